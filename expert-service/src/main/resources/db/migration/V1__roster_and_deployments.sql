create table expert (
    id            uuid primary key,
    version       bigint not null,
    key           text   not null unique,
    given_name    text,
    family_name   text,
    gender        text,
    nationality   text,
    category      text   not null,
    background    text,
    institution   text,
    languages     text[] not null,
    themes        text[] not null,
    registered_on date   not null,
    provenance    text
);
comment on column expert.languages is 'ISO 639-1 and CEFR level: fr:C1.';
create index expert_by_category on expert (category, id);
create index expert_by_nationality on expert (nationality, id);
create index expert_by_language on expert using gin (languages);
create index expert_by_theme on expert using gin (themes);

create sequence expert_number minvalue 0 start 0;
comment on sequence expert_number is 'The last number allotted in keys of the form expert-0001.';

create table deployment (
    id              uuid primary key,
    version         bigint not null,
    expert_key      text   not null references expert (key),
    action_code     text   not null,
    activity_number int    not null,
    role            text,
    starts_on       date,
    ends_on         date,
    days            int,
    category        text   not null,
    background      text,
    status          text   not null,
    reason          text,
    replaces        uuid references deployment (id),
    provenance      text,
    unique (expert_key, action_code, activity_number)
);
comment on column deployment.category is 'What the expert was when the deployment was made; later changes of the roster leave it alone.';
comment on column deployment.reason is 'Why it was declined or cancelled.';
comment on column deployment.replaces is 'The declined or cancelled deployment in whose stead it was made.';
create index deployment_by_status on deployment (status, id desc);
create index deployment_by_activity on deployment (action_code, activity_number, id desc);
create unique index deployment_replaces on deployment (replaces);

create table personal_data_read (
    seq        bigint generated always as identity primary key,
    reader     text        not null,
    expert_key text,
    occasion   text        not null,
    read_at    timestamptz not null
);
comment on table personal_data_read is 'Append-only: who was shown whose personal data, and when; no expert_key means the whole roster.';
create index personal_data_read_of on personal_data_read (expert_key, seq);
