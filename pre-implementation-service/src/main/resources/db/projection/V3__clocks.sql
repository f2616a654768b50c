create table known_clock (
    reference   text primary key,
    request_id  uuid,
    started_on  date,
    due_on      date,
    held_on     date,
    ended       boolean not null default false,
    launched_on date
);
comment on table known_clock is 'Fast-response clocks of all requests, for lists and counts; requests and Actions tell each their part.';
comment on column known_clock.due_on is 'By when to launch, as of the holds that are over.';
comment on column known_clock.held_on is 'Since when it stands still; each day moves due_on on by one.';
comment on column known_clock.ended is 'Rejected or withdrawn.';
create index known_clock_running on known_clock (due_on, reference)
    where launched_on is null and not ended and started_on is not null;
create index known_clock_launched on known_clock (launched_on) where started_on is not null;
