create table stock (
    shoe_id uuid primary key,
    article text   not null,
    name    text   not null,
    pairs   int    not null,
    version bigint not null
);
comment on table stock is 'The shelf as the shop''s own events tell it.';
