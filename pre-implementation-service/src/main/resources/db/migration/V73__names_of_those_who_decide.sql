-- Papers are signed by names. Kept with the act, as whoever acted was called then; not in events.
alter table request add column decided_by_name text;
comment on column request.decided_by_name is 'What decided_by is called, by her token; null where it did not say.';
alter table action_fiche add column officer_name text;
comment on column action_fiche.officer_name is 'What the officer is called, by her token; null where it did not say.';
