alter table known_action add column given_up_on date;
comment on column known_action.given_up_on is 'The day on which it was cancelled while its launch was waited for; the clock of its request stops then.';
