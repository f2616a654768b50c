-- A deadline that follows from corrected holds is counted from the one that was set, and from the day on which it was.
alter table voice add column set_on date;
comment on column voice.set_on is 'When more time, or less, was given by hand; null where the deadline is that of the round.';
