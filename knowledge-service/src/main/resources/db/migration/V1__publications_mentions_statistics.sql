create table publication (
    id                      uuid primary key,
    version                 bigint not null,
    key                     text   not null unique,
    title                   text   not null,
    kind                    text   not null,
    languages               text[] not null,
    published_on            date,
    region                  text,
    countries               text[] not null,
    themes                  text[] not null,
    source                  text,
    summary                 text,
    body                    text,
    action_codes            text[] not null,
    status                  text   not null,
    visibility_confirmed_by text,
    visibility_confirmed_at timestamptz,
    withdrawn_because       text,
    provenance              text,
    sort_day                int    not null
        generated always as (coalesce(published_on, date '9999-12-31') - date '1970-01-01') stored
);
comment on column publication.sort_day is 'Days since 1970; what is not published yet comes before all else in a list of the newest.';
create index publication_listed on publication (sort_day desc, id desc);
create index publication_by_country on publication using gin (countries);
create index publication_by_theme on publication using gin (themes);
create index publication_by_action on publication using gin (action_codes);

create table media_mention (
    id           uuid primary key,
    version      bigint not null,
    key          text   not null unique,
    outlet       text,
    country      text,
    published_on date   not null,
    title        text,
    provenance   text,
    sort_day     int    not null generated always as (published_on - date '1970-01-01') stored
);
create index media_mention_listed on media_mention (sort_day desc, id desc);

create table channel_statistic (
    id         uuid primary key,
    version    bigint not null,
    key        text   not null unique,
    year       int    not null,
    channel    text   not null,
    metric     text   not null,
    value      text   not null,
    provenance text
);
comment on column channel_statistic.key is 'year:channel:metric';
comment on column channel_statistic.value is 'A decimal number as it was written.';
create index channel_statistic_listed on channel_statistic (key collate "C");
