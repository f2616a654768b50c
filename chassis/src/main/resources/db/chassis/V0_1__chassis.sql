-- What every event-driven service keeps beside its own records.

create table event_log (
    id             uuid primary key,
    aggregate_type text        not null,
    aggregate_id   uuid        not null,
    version        bigint      not null,
    type           text        not null,
    payload        jsonb       not null,
    actor          text        not null,
    traceparent    text,
    recorded_at    timestamptz not null,
    unique (aggregate_type, aggregate_id, version)
);
comment on table event_log is 'Append-only: every event, as published.';

create table outbox_queue (
    seq      bigint generated always as identity primary key,
    event_id uuid not null references event_log (id)
);
comment on table outbox_queue is 'Events that wait for the broker; the relay deletes what is acknowledged.';

create table inbox (
    aggregate_type text   not null,
    aggregate_id   uuid   not null,
    version        bigint not null,
    primary key (aggregate_type, aggregate_id)
);
comment on table inbox is 'The last version of each foreign aggregate that the reactions have acted on.';

create table parked_record (
    id        bigint generated always as identity primary key,
    topic     text        not null,
    partition int         not null,
    "offset"  bigint      not null,
    key       text        not null,
    headers   jsonb       not null,
    value     bytea,
    reason    text        not null,
    parked_at timestamptz not null,
    unique (topic, partition, "offset")
);
create index parked_record_key on parked_record (topic, key);
comment on table parked_record is 'Records that could not be applied, with what followed for the same key; kept until retried.';

create table import_operation (
    id            uuid primary key,
    file          text        not null,
    mode          text        not null,
    dry_run       boolean     not null,
    status        text        not null,
    bytes_read    bigint      not null default 0,
    bytes_total   bigint      not null,
    rows          bigint      not null default 0,
    created       bigint      not null default 0,
    updated       bigint      not null default 0,
    unchanged     bigint      not null default 0,
    rejected      bigint      not null default 0,
    error_count   bigint      not null default 0,
    started_by    text        not null,
    started_at    timestamptz not null,
    heartbeat_at  timestamptz not null,
    finished_at   timestamptz,
    kept          boolean     not null default false,
    detail        text
);

comment on column import_operation.kept is 'Set in the transaction that keeps the rows.';

create table import_error (
    operation_id uuid   not null references import_operation (id) on delete cascade,
    seq          bigint not null,
    line         bigint not null,
    "column"     text,
    value        text,
    code         text   not null,
    message      text   not null,
    remedy       text,
    primary key (operation_id, seq)
);
