create table known_action (
    id     uuid primary key,
    code   text not null,
    region text
);
comment on table known_action is 'Whose region an Action is in, from mieux.action: officers see the deployments of theirs.';
create index known_action_code on known_action (code);
