alter table known_action add column awaited boolean not null default true;
comment on column known_action.awaited is 'Whether its launch may still come, as its status tells; the day of the launch is not always known.';
create index known_action_code on known_action (code);

alter table known_clock add column awaited boolean not null default true;
comment on column known_clock.awaited is 'Whether the launch of its Action may still come, as the status of that tells.';
-- What every list of running clocks begins with, said once.
alter table known_clock add column running boolean not null
    generated always as (launched_on is null and awaited and not ended and started_on is not null) stored;
comment on column known_clock.running is 'It has not stopped; it may stand still.';
drop index known_clock_running;
create index known_clock_running on known_clock (due_on, reference) where running and held_on is null;
drop index known_clock_held;
create index known_clock_held on known_clock ((due_on - held_on), reference) where running and held_on is not null;
