create table shoe (
    id      uuid primary key,
    version bigint not null,
    article text   not null unique,
    name    text   not null,
    pairs   int    not null check (pairs >= 0)
);
comment on table shoe is 'What stands on the shelf.';

create table till (
    shoe_id uuid primary key,
    sales   bigint not null
);
comment on table till is 'How many sales of each shoe the till has heard of.';

create table jammed (
    shoe_id uuid primary key
);
comment on table jammed is 'Shoes whose sales the till refuses, until somebody mends it.';
