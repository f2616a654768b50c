create table known_activity (
    id          uuid primary key,
    version     bigint      not null,
    changed_at  timestamptz not null,
    action_code text        not null,
    number      int         not null,
    title       text        not null,
    type        text        not null,
    status      text        not null,
    starts_on   date,
    ends_on     date,
    country     text,
    city        text
);
comment on table known_activity is 'When the Activities of Actions take place, for the calendars of people.';
create index known_activity_of_action on known_activity (action_code, number);
create index known_activity_day on known_activity (starts_on);
