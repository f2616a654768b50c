-- The facts: what this service has learnt from the events of the suite.
--
-- Every version of a fact is kept. known_from is the time of the event that told it, known_to the time of the next
-- version or infinity; so a report can be computed as known at any time. Dates inside a fact (starts_on …) say when
-- something happened in the world and have nothing to do with when it became known.

create table authority_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    key text collate "C" not null,
    name text not null,
    type text not null,
    country text,
    regional_organisation text,
    provenance text,
    primary key (id, version)
);

create table request_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    reference text collate "C",
    title text not null,
    authority_keys text[] not null,
    countries text[] not null,
    themes text[] not null,
    status text not null,
    submitted_on date,
    decided_on date,
    action_name text,
    provenance text,
    primary key (id, version)
);
create index request_fact_by_reference on request_fact (reference);
create index request_fact_by_submission on request_fact (submitted_on, reference);

create table action_fiche_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    request_reference text collate "C" not null,
    action_name text,
    status text not null,
    region text,
    countries text[] not null,
    regional_organisation text,
    pillar text,
    themes text[] not null,
    activities jsonb not null,
    primary key (id, version)
);

create table action_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    code text collate "C" not null,
    name text not null,
    region text,
    countries text[] not null,
    regional_organisation text,
    pillar text,
    themes text[] not null,
    launched_on date,
    completed_on date,
    status text not null,
    provenance text,
    primary key (id, version)
);
create index action_fact_by_code on action_fact (code);
create index action_fact_by_launch on action_fact (launched_on, code);

create table activity_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    action_code text collate "C" not null,
    number integer not null,
    title text,
    type text not null,
    modality text,
    starts_on date,
    ends_on date,
    country text,
    city text,
    beneficiary_countries text[] not null,
    status text not null,
    participants_female integer,
    participants_male integer,
    participants_other integer,
    provenance text,
    primary key (id, version)
);
create index activity_fact_by_start on activity_fact (starts_on, action_code, number);
create index activity_fact_by_number on activity_fact (action_code, number);

create table deliverable_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    action_code text collate "C" not null,
    title text collate "C" not null,
    type text not null,
    languages text[] not null,
    status text not null,
    handed_over_on date,
    provenance text,
    primary key (id, version)
);
create index deliverable_fact_by_hand_over on deliverable_fact (handed_over_on);

create table travel_leg_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    key text collate "C" not null,
    traveller_kind text not null,
    traveller_key text collate "C" not null,
    action_code text collate "C",
    activity_number integer,
    departed_on date not null,
    from_iata text collate "C" not null,
    to_iata text collate "C" not null,
    cabin text,
    provenance text,
    primary key (id, version)
);
create index travel_leg_fact_by_departure on travel_leg_fact (departed_on, key);

create table carbon_offset_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    key text collate "C" not null,
    year integer not null,
    standard text,
    project text,
    tonnes_co2e numeric not null,
    provenance text,
    primary key (id, version)
);

create table expert_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    key text collate "C" not null,
    gender text not null,
    nationality text,
    category text not null,
    background text,
    registered_on date,
    provenance text,
    primary key (id, version)
);
create index expert_fact_by_key on expert_fact (key);
create index expert_fact_by_registration on expert_fact (registered_on, key);

create table deployment_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    expert_key text collate "C" not null,
    action_code text collate "C" not null,
    activity_number integer not null,
    role text,
    starts_on date,
    ends_on date,
    days numeric,
    category text not null,
    background text,
    status text not null,
    provenance text,
    primary key (id, version)
);
create index deployment_fact_by_activity on deployment_fact (action_code, activity_number);
create index deployment_fact_by_expert on deployment_fact (expert_key);

create table evaluation_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    action_code text collate "C" not null,
    activity_number integer,
    audience text not null,
    question text not null,
    score integer not null,
    responses integer not null,
    collected_on date not null,
    provenance text,
    primary key (id, version)
);
create index evaluation_fact_by_activity on evaluation_fact (action_code, activity_number);
create index evaluation_fact_of_whole_action on evaluation_fact (collected_on) where activity_number is null;

create table publication_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    key text collate "C" not null,
    title text not null,
    kind text not null,
    languages text[] not null,
    published_on date,
    region text,
    countries text[] not null,
    themes text[] not null,
    status text not null,
    provenance text,
    primary key (id, version)
);
create index publication_fact_by_date on publication_fact (published_on, key);

create table media_mention_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    key text collate "C" not null,
    country text,
    published_on date not null,
    provenance text,
    primary key (id, version)
);
create index media_mention_fact_by_date on media_mention_fact (published_on, key);

create table channel_statistic_fact (
    id uuid not null,
    version bigint not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    year integer not null,
    channel text collate "C" not null,
    metric text collate "C" not null,
    value numeric not null,
    provenance text,
    primary key (id, version)
);
create index channel_statistic_fact_by_year on channel_statistic_fact (year);

create table fact_clock (ticks bigint not null);
comment on table fact_clock is 'Ticks with every batch of facts, in its transaction: what was computed at a tick holds until the next.';
insert into fact_clock values (0);
