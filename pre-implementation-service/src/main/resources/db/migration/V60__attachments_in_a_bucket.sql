alter table attachment add column kept_in text not null default 'DATABASE';
alter table attachment alter column kept_in drop default;
comment on column attachment.kept_in is 'Where its bytes are: DATABASE (attachment_content), or BUCKET (under its id, in the bucket that the service is told).';

create table stray_object (
    id        uuid        primary key,
    delete_at timestamptz not null
);
comment on table stray_object is 'Objects in the bucket to which no attachment belongs: on their way, or left behind. Deleted when their time has come.';
create index stray_object_due on stray_object (delete_at);
