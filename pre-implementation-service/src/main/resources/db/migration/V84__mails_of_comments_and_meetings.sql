-- People are told of comments and meetings too.
alter table notification drop constraint notification_request_id_fkey;
alter table notification rename column request_id to about;
comment on column notification.about is 'The request, comment or meeting that is told of, as its kind says.';

alter table mail_start add column what text not null default 'focal-point';
alter table mail_start alter column what drop default;
comment on table mail_start is 'Since when there are mails to such people, or of such records: of nothing that happened before.';
insert into mail_start (at, what) values (clock_timestamp(), 'meeting');
