-- Who is told by mail what waits for her, what was told, and the mails themselves.

create table mail_recipient (
    id          uuid        primary key,
    version     bigint      not null,
    subject     text        unique,
    address     text,
    unconfirmed text,
    language    text        not null,
    daily       text[]      not null,
    never       text[]      not null,
    rights      text,
    since       timestamptz,
    created_at  timestamptz not null,
    check (subject is not null or address is not null)
);
comment on table mail_recipient is 'Data of persons: never in events or logs. Somebody with settings of her own, or a focal point known by the address alone.';
comment on column mail_recipient.subject is 'Of her token; null for a focal point.';
comment on column mail_recipient.address is 'Confirmed: what is told goes there. Null until one is.';
comment on column mail_recipient.unconfirmed is 'Where she wants it from now on, as soon as she has followed the link in the mail.';
comment on column mail_recipient.daily is 'Kinds that she is told of once a day; what is neither here nor in never is told at once.';
comment on column mail_recipient.rights is 'JSON: what she could read when she last set this.';
comment on column mail_recipient.since is 'What happened before is not told; null for a focal point.';
create unique index mail_recipient_focal_point on mail_recipient (lower(address)) where subject is null;
create index mail_recipient_address on mail_recipient (lower(address));
create trigger audited after insert or update or delete on mail_recipient
    for each row execute function audit_change('id');

create table mail_secret (
    recipient_id uuid  primary key references mail_recipient on delete cascade,
    secret       bytea not null
);
comment on table mail_secret is 'Signs the links by which one unsubscribes; apart, so that none comes into the audit trail.';

create table mail_confirmation (
    id         uuid        primary key,
    subject    text        not null,
    address    text        not null,
    digests    bytea[]     not null default '{}',
    asked_at   timestamptz not null,
    expires_at timestamptz not null
);
comment on table mail_confirmation is 'Addresses that are to be confirmed. Kept until they expire, even when the settings are deleted: their number is limited.';
comment on column mail_confirmation.digests is 'SHA-256 of the secret in the link; several where a mail was sent again.';
create index mail_confirmation_subject on mail_confirmation (subject, asked_at);
create index mail_confirmation_address on mail_confirmation (lower(address), asked_at);

create table mail (
    position     bigint      generated always as identity primary key,
    id           uuid        not null unique,
    recipient_id uuid        not null references mail_recipient on delete cascade,
    occasion     text        not null check (occasion in ('CONFIRMATION', 'NOTIFICATION', 'DIGEST')),
    day          date,
    state        text        not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'DROPPED', 'PARKED')),
    queued_at    timestamptz not null,
    due_at       timestamptz not null,
    leased_until timestamptz,
    attempts     int         not null default 0,
    attempted_at timestamptz,
    sent_at      timestamptz,
    failure      text,
    unique (recipient_id, day)
);
comment on table mail is 'What is to be sent, and what became of it. What a mail says is written when it is sent.';
comment on column mail.day is 'Of a digest, of which there is one a day.';
comment on column mail.state is 'DROPPED: when it was to be sent there was nothing to say any more.';
comment on column mail.leased_until is 'Somebody is sending it. After a crash it is sent again then, under the same Message-ID.';
create index mail_due on mail (due_at, position) where state = 'QUEUED';
create index mail_by_state on mail (state, position);
create index mail_age on mail using brin (queued_at);

create table notification (
    id           uuid        primary key,
    recipient_id uuid        not null references mail_recipient on delete cascade,
    event_id     uuid        not null,
    address      text        not null,
    kind         text        not null,
    request_id   uuid        not null references request (id),
    matter       text        not null,
    told_at      timestamptz not null,
    mail_id      uuid        references mail (id) on delete cascade,
    unique (event_id, address, kind)
);
comment on table notification is 'That somebody is to be told of an event: once, whatever is restarted, rebuilt or runs twice.';
comment on column notification.matter is 'What exactly waits; who was told of just that is not told again.';
comment on column notification.mail_id is 'Null while it waits for the digest.';
create index notification_for_digest on notification (recipient_id, told_at) where mail_id is null;
create index notification_of_mail on notification (mail_id);
create index notification_last on notification (request_id, address, kind, told_at);

create table mail_start (at timestamptz not null);
comment on table mail_start is 'Since when there are mails: focal points are told of nothing that happened before.';
insert into mail_start values (clock_timestamp());
