-- An opinion that another institution gave falls with that one, when it steps back for a conflict of interest.
alter table opinion add column spoken_by text;
comment on column opinion.spoken_by is 'The institution that was let speak; null where the institution itself spoke, or told a manager.';
