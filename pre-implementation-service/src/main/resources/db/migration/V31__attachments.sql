create table attachment (
    id          uuid        primary key,
    request_id  uuid        not null references request (id),
    name        text        not null,
    media_type  text        not null,
    size        bigint      not null,
    sha256      text        not null,
    attached_by text        not null,
    attached_at timestamptz not null
);
create index attachment_of_request on attachment (request_id, id);
comment on column attachment.media_type is 'What it is by its content, whatever its sender said.';

create table attachment_content (
    attachment_id uuid   primary key,
    content       bigint not null
);
comment on table attachment_content is 'Where the bytes are, unless a store outside of the database keeps them: the number of a large object.';

create trigger audited after insert or update or delete on attachment
    for each row execute function audit_change('request_id');
