create table known_activity (
    id          uuid primary key,
    action_code text not null,
    number      int  not null,
    status      text not null,
    modality    text,
    starts_on   date,
    ends_on     date
);
comment on table known_activity is 'Activities that experts can be deployed to, from mieux.activity.';
create index known_activity_key on known_activity (action_code, number);
