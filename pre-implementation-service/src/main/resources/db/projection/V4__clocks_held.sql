-- One that stands still is due a day later with each day: what stays is how far off that is from the day on which it was held.
drop index known_clock_running;
create index known_clock_running on known_clock (due_on, reference)
    where launched_on is null and not ended and started_on is not null and held_on is null;
create index known_clock_held on known_clock ((due_on - held_on), reference)
    where launched_on is null and not ended and started_on is not null and held_on is not null;
