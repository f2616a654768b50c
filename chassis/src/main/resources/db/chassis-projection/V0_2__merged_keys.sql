-- Records of other services that were merged into others, where claims name them (mieux.claims.merged).
create table merged_key (
    id          uuid primary key,
    key         text not null,
    merged_into text not null
);
comment on table merged_key is 'Keys under which something was known before it became part of something else.';
create index merged_key_of on merged_key (key);
create index merged_key_into on merged_key (merged_into);
