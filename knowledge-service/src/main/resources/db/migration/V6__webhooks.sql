-- Who is called when something happens, what each is to be told, and what came of it.

create table webhook (
    id             uuid        primary key,
    version        bigint      not null,
    owner          text        not null,
    url            text        not null,
    types          text[]      not null,
    description    text,
    state          text        not null check (state in ('ACTIVE', 'PAUSED')),
    paused_because text,
    rights         text        not null,
    secret_since   timestamptz not null,
    created_at     timestamptz not null,
    deleted        boolean     not null default false
);
create index webhook_owner on webhook (owner, id);
comment on column webhook.owner is 'The subject of the token that it was made with.';
comment on column webhook.types is 'eu.mieux.request-submitted, eu.mieux.request-*; none are all.';
comment on column webhook.rights is 'JSON: what its owner could read when she made it, or last changed it.';
comment on column webhook.deleted is 'Seen by nobody any more; what is left of it is removed bit by bit.';
create trigger audited after insert or update or delete on webhook
    for each row execute function audit_change('id');

create table webhook_secret (
    webhook_id uuid        not null references webhook on delete cascade,
    secret     text        not null,
    until      timestamptz,
    primary key (webhook_id, secret)
);
comment on table webhook_secret is 'Apart from the webhook, so that no secret comes into the audit trail. Until it ends, deliveries are signed with each.';

create table webhook_sending (
    webhook_id      uuid primary key references webhook on delete cascade,
    leased_by       uuid,
    leased_until    timestamptz,
    failures        int  not null default 0,
    failing_since   timestamptz,
    next_try_at     timestamptz,
    last_success_at timestamptz
);
comment on table webhook_sending is 'How it goes with each webhook. Only the instance that holds the lease sends; times are of the database, the same for all.';
comment on column webhook_sending.failures is 'Tries in a row that failed, while nothing succeeded.';
comment on column webhook_sending.next_try_at is 'Until then nothing is sent, then one delivery to see whether the receiver is back; null while all is well.';

create table webhook_delivery (
    position     bigint generated always as identity primary key,
    id           uuid        not null unique,
    webhook_id   uuid        not null references webhook on delete cascade,
    event_id     text        not null,
    type         text        not null,
    subject      uuid        not null,
    body         text        not null,
    status       text        not null default 'PENDING' check (status in ('PENDING', 'DELIVERED', 'PARKED')),
    created_at   timestamptz not null default clock_timestamp(),
    queued_at    timestamptz not null default clock_timestamp(),
    due_at       timestamptz not null default clock_timestamp(),
    attempts     int         not null default 0,
    refusals     int         not null default 0,
    attempted_at timestamptz,
    delivered_at timestamptz,
    unique (webhook_id, event_id)
);
comment on column webhook_delivery.position is 'The order of what is told of one record.';
comment on column webhook_delivery.body is 'The very bytes that are signed.';
comment on column webhook_delivery.status is 'What waits behind an earlier one of its record is PENDING too.';
comment on column webhook_delivery.queued_at is 'Since when it waits: it was made, replayed, or its webhook resumed.';
comment on column webhook_delivery.due_at is 'When it can be sent, if it is the first of its record; what was tried comes after what was not.';
comment on column webhook_delivery.refusals is 'Tries that failed while others succeeded: the fault may be in what is told.';
create index webhook_delivery_log on webhook_delivery (webhook_id, position);
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at, position) where status = 'PENDING';
create index webhook_delivery_undelivered on webhook_delivery (webhook_id, subject, position) where status <> 'DELIVERED';
create index webhook_delivery_age on webhook_delivery using brin (created_at);

create table webhook_attempt (
    delivery    bigint      not null references webhook_delivery on delete cascade,
    number      int         not null,
    at          timestamptz not null,
    status      int,
    duration_ms bigint      not null,
    error       text,
    answer      text,
    primary key (delivery, number)
);
comment on table webhook_attempt is 'What came of each try; of each delivery the last few.';
comment on column webhook_attempt.answer is 'The beginning of what the receiver answered.';
