alter table notification add column again boolean not null default false;
comment on column notification.again is 'Whether it reminds of what was told before.';
