alter table known_action add column launched_on date;
comment on column known_action.launched_on is 'The day on which the fast-response clock of its request stops.';
comment on table known_action is 'Names of Actions, so that the next Roman numeral is the next, and when they were launched.';
