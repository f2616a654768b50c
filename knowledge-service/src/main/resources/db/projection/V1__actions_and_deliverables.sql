create table known_action (
    id        uuid primary key,
    code      text   not null,
    region    text,
    countries text[] not null,
    themes    text[] not null,
    labels    text   not null
);
comment on table known_action is 'Actions that publications may name; labels are what their deliverables are found by.';
create index known_action_code on known_action (code);

create table known_deliverable (
    id             uuid primary key,
    action_code    text     not null,
    title          text     not null,
    type           text     not null,
    languages      text[]   not null,
    status         text     not null,
    handed_over_on date,
    labels         text     not null,
    content        text     not null default '',
    vector         tsvector not null default ''
);
comment on table known_deliverable is 'The register of deliverables, for search.';
create index known_deliverable_action on known_deliverable (action_code);
create index known_deliverable_vector on known_deliverable using gin (vector);
create index known_deliverable_content on known_deliverable using gin (content public.gin_trgm_ops);
