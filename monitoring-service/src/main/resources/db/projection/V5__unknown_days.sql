-- An empty cell of a portfolio means unknown: a leg or a mention without a day belongs to no year, answers about an Activity to the
-- Activity's year, those about a whole Action to none.
alter table travel_leg_fact alter column departed_on drop not null;
alter table media_mention_fact alter column published_on drop not null;
alter table evaluation_fact alter column collected_on drop not null;
