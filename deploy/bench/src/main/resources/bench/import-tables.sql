-- A table like the service's own, with its indexes and foreign key; ids and versions, which the service makes, are defaults.
create schema if not exists bench;
create table bench.activity (like public.activity including all, foreign key (action_code) references public.action (code));
alter table bench.activity alter column id set default uuidv7(), alter column version set default 1;
