create table authority (
    id                    uuid primary key,
    version               bigint not null,
    key                   text   not null unique,
    name                  text   not null,
    type                  text   not null,
    country               text,
    regional_organisation text,
    provenance            text
);

create table request (
    id             uuid primary key,
    version        bigint not null,
    reference      text unique,
    title          text   not null,
    problem        text,
    support        text,
    authority_keys text[] not null,
    countries      text[] not null,
    regions        text[] not null,
    themes         text[] not null,
    languages      text[] not null,
    wished_start   date,
    status         text   not null,
    resumes_as     text,
    submitted_on   date,
    review_until   date,
    decided_on     date,
    decided_by     text,
    decision_note  text,
    conditions     text[] not null,
    action_name    text,
    provenance     text
);
comment on column request.regions is 'Regions of its countries, for the sight of project officers.';
comment on column request.resumes_as is 'The status to which a request on hold returns.';
-- Newest first is how requests are listed.
create index request_listed on request (id desc);
create index request_by_status on request (status, id desc);
create index request_by_authority on request using gin (authority_keys);
create index request_by_country on request using gin (countries);

create table opinion (
    request_id  uuid        not null references request (id),
    institution text        not null,
    opinion     text        not null,
    comment     text,
    given_by    text        not null,
    given_at    timestamptz not null,
    primary key (request_id, institution)
);

create table reference_counter (
    year int primary key,
    last int not null
);
comment on table reference_counter is 'The last number allotted per year; its row lock makes references gap-free and unique.';
