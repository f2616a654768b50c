create table known_request (
    id             uuid   primary key,
    reference      text,
    status         text   not null,
    authority_keys text[] not null
);
comment on table known_request is 'References that an Action may bear, and whose requests they are.';
create index known_request_reference on known_request (reference);
create index known_request_authority on known_request using gin (authority_keys);

create table known_deployment (
    id              uuid primary key,
    action_code     text not null,
    activity_number int  not null,
    status          text not null
);
comment on table known_deployment is 'Whether an Activity has an expert.';
create index known_deployment_activity on known_deployment (action_code, activity_number);

create table known_expert (
    id  uuid primary key,
    key text not null
);
comment on table known_expert is 'Keys of the roster, for the travellers of a portfolio.';
create index known_expert_key on known_expert (key);
