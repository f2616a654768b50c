create table fiche_comment (
    id              uuid primary key,
    version         bigint      not null,
    fiche_id        uuid        not null references action_fiche (id),
    content_version int         not null,
    section         text        not null,
    status          text        not null,
    text            text        not null,
    written_by      text        not null,
    written_at      timestamptz not null,
    resolved_by     text,
    resolved_at     timestamptz
);
comment on column fiche_comment.content_version is 'The version of the fiche that it was made on.';
create index fiche_comment_listed on fiche_comment (fiche_id, id desc);
create index fiche_comment_open on fiche_comment (fiche_id, id desc) where status = 'OPEN';

create table fiche_comment_reply (
    comment_id uuid        not null references fiche_comment (id),
    place      int         not null,
    text       text        not null,
    written_by text        not null,
    written_at timestamptz not null,
    primary key (comment_id, place)
);

create trigger audited after insert or update or delete on fiche_comment
    for each row execute function audit_change('fiche_id');
create trigger audited after insert or update or delete on fiche_comment_reply
    for each row execute function audit_change('comment_id');
