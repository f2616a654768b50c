create table kept_answer (
    subject     text        not null,
    key         text        not null,
    fingerprint text        not null,
    status      int         not null,
    location    text,
    etag        text,
    body        text,
    kept_at     timestamptz not null,
    primary key (subject, key)
);
create index kept_answer_age on kept_answer (kept_at);
comment on table kept_answer is 'What was answered to calls with an Idempotency-Key, for a day: a repeated call is answered the same and does nothing.';
