create table action (
    id                    uuid primary key,
    version               bigint not null,
    code                  text   not null unique,
    name                  text   not null,
    objective             text,
    region                text   not null,
    countries             text[] not null,
    regional_organisation text,
    pillar                text,
    themes                text[] not null,
    officer               text,
    authority_keys        text[] not null,
    launched_on           date,
    completed_on          date,
    status                text   not null,
    provenance            text
);
comment on column action.code is 'The reference of the request that it came from.';
comment on column action.authority_keys is 'As the Action Fiche names them; empty for history, whose request names them.';
create index action_by_region on action (region, id desc);
create index action_by_status on action (status, id desc);
create index action_by_country on action using gin (countries);
create index action_by_authority on action using gin (authority_keys);

create table action_step (
    action_id uuid not null references action (id),
    position  int  not null,
    status    text not null,
    taken_on  date not null,
    reason    text,
    primary key (action_id, position)
);
comment on table action_step is 'What became of an Action when and why, as far as it was done here.';

create table activity (
    id                   uuid primary key,
    version              bigint not null,
    action_code          text   not null references action (code),
    number               int    not null,
    type                 text   not null,
    title                text   not null,
    modality             text   not null,
    planned_month        text,
    planned_days         int,
    starts_on            date,
    ends_on              date,
    country              text,
    city                 text,
    beneficiary_countries text[] not null,
    status               text   not null,
    participants_female  int,
    participants_male    int,
    participants_other   int,
    without_expert       text,
    provenance           text,
    unique (action_code, number)
);
comment on column activity.planned_month is 'YYYY-MM, as the Action Fiche foresaw.';
comment on column activity.without_expert is 'Why it was delivered although no expert was deployed to it.';

create table activity_step (
    activity_id uuid not null references activity (id),
    position    int  not null,
    status      text not null,
    taken_on    date not null,
    reason      text,
    primary key (activity_id, position)
);
comment on table activity_step is 'What became of an Activity when and why, as far as it was done here.';

create table deliverable (
    id             uuid primary key,
    version        bigint not null,
    action_code    text   not null references action (code),
    title          text   not null,
    type           text   not null,
    languages      text[] not null,
    status         text   not null,
    validated_on   date,
    handed_over_on date,
    received_by    text,
    provenance     text,
    unique (action_code, title)
);

create table travel_leg (
    id              uuid primary key,
    version         bigint not null,
    key             text   not null unique,
    traveller_kind  text   not null,
    traveller_key   text   not null,
    action_code     text references action (code),
    activity_number int,
    departed_on     date   not null,
    from_iata       text   not null,
    to_iata         text   not null,
    cabin           text   not null,
    provenance      text
);
create index travel_leg_by_activity on travel_leg (action_code, activity_number);
create index travel_leg_by_traveller on travel_leg (traveller_key, id desc);

create table carbon_offset (
    id          uuid primary key,
    version     bigint not null,
    key         text   not null unique,
    year        int    not null,
    standard    text,
    project     text,
    tonnes_co2e text   not null,
    provenance  text
);
comment on column carbon_offset.tonnes_co2e is 'A decimal number, its digits as the certificate writes them.';
