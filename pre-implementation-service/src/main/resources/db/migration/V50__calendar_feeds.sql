-- Links by which calendar programs, which cannot sign in, read what concerns a person.
create table calendar_feed (
    id          uuid        primary key,
    version     bigint      not null,
    owner       text        not null,
    name        text        not null,
    language    text        not null,
    kinds       text[]      not null,
    rights      text        not null,
    secret_hash text        not null unique,
    created_at  timestamptz not null
);
create index calendar_feed_owner on calendar_feed (owner, id);
create index calendar_feed_by_name on calendar_feed (left(name, 200) collate reading_order, id);
comment on column calendar_feed.owner is 'The subject of the token that it was made with.';
comment on column calendar_feed.kinds is 'Of what it tells; none are all.';
comment on column calendar_feed.rights is 'JSON: what its owner could read when she made it.';
comment on column calendar_feed.secret_hash is 'SHA-256 of the secret in its link. The secret is of 256 random bits, so that no salt is needed; it is kept nowhere.';
create trigger audited after insert or update or delete on calendar_feed
    for each row execute function audit_change('id');

create table calendar_feed_reading (
    feed_id uuid        primary key references calendar_feed on delete cascade,
    read_at timestamptz not null
);
comment on table calendar_feed_reading is 'When a program read it last, to the minute. Apart from the feed: it is no change of it, and would fill the audit trail.';
