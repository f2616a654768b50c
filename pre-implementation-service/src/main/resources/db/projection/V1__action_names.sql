create table known_action (
    id   uuid primary key,
    code text not null,
    name text not null
);
comment on table known_action is 'Names of Actions, so that the next Roman numeral is the next.';
create index known_action_name on known_action (name text_pattern_ops);
