create table action_fiche (
    id                    uuid primary key,
    version               bigint not null,
    request_id            uuid   not null unique references request (id),
    request_reference     text   not null unique,
    action_name           text   not null,
    countries             text[] not null,
    regional_organisation text,
    authority_keys        text[] not null,
    officer               text,
    status                text   not null,
    content               jsonb  not null,
    content_version       int    not null
);
comment on column action_fiche.version is 'Raised by every event, endorsements included.';
comment on column action_fiche.content_version is 'Raised by every saved content; endorsements are given to one of these.';
comment on column action_fiche.officer is 'Subject of the project officer who drafts it.';
create index action_fiche_by_status on action_fiche (status, id desc);

create table action_fiche_version (
    id       uuid primary key,
    fiche_id uuid        not null references action_fiche (id),
    number   int         not null,
    content  jsonb       not null,
    saved_by text        not null,
    saved_at timestamptz not null,
    unique (fiche_id, number)
);
comment on table action_fiche_version is 'Every content that was ever saved, the current one included.';

create table endorsement (
    fiche_id        uuid        not null references action_fiche (id),
    content_version int         not null,
    side            text        not null,
    given_by        text        not null,
    given_at        timestamptz not null,
    primary key (fiche_id, content_version, side)
);
comment on table endorsement is 'Endorsements of every content version; those of an older one are void.';
