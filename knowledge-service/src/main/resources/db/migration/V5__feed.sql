-- What has changed anywhere in the suite, in one order, for those who follow it.

create table feed (
    position bigint generated always as identity primary key,
    kind     text        not null,
    event    jsonb       not null,
    audience text[]      not null,
    kept_at  timestamptz not null default clock_timestamp()
);
create index feed_age on feed using brin (kept_at);
comment on table feed is
    'Events as they are told to callers. Whoever adds to it holds the advisory lock "feed" until the end of its transaction: what is committed later stands later.';
comment on column feed.kind is 'Of the record: request, action-fiche.';
comment on column feed.event is 'A CloudEvent: what happened to which record, and where to read it; no state of the record.';
comment on column feed.audience is 'Who may see the record: officer:regions=AF.';
