-- The review by rounds: who is asked, until when, and every opinion that was given. A review that was under way without
-- a round starts one when it goes on.
alter table request add column held_on date, drop column review_until;

create table review_round (
    request_id  uuid not null references request (id),
    number      int  not null,
    "procedure" text not null,
    opened_on   date not null,
    opened_by   text not null,
    reason      text,
    primary key (request_id, number)
);
comment on column review_round.reason is 'Why all are asked again; null in the first round.';

create table voice (
    request_id     uuid not null references request (id),
    round          int  not null,
    institution    text not null,
    asked_until    date not null,
    reminded_on    date,
    delegated_to   text,
    recused_by     text,
    recusal_reason text,
    primary key (request_id, round, institution)
);
comment on table voice is 'Who is asked for an opinion in a round: a steering institution, or an EU Delegation (EUD-CM).';
create index voice_to_remind on voice (asked_until) where reminded_on is null and recused_by is null;

alter table opinion add column round int not null default 1, add column number int not null default 1;
alter table opinion alter column round drop default, alter column number drop default;
alter table opinion drop constraint opinion_pkey, add primary key (request_id, institution, number);
comment on column opinion.number is 'The first opinion of an institution on a request, the second, …';

create table request_condition (
    request_id uuid not null references request (id),
    number     int  not null,
    text       text not null,
    due_on     date,
    status     text not null,
    settled_on date,
    settled_by text,
    evidence   text,
    primary key (request_id, number)
);
comment on table request_condition is 'What a decision asks of the authority, until it is met or waived.';
insert into request_condition (request_id, number, text, status)
select request.id, asked.number, asked.text, 'OPEN'
from request, unnest(conditions) with ordinality as asked (text, number);
alter table request drop column conditions;

create trigger audited after insert or update or delete on review_round
    for each row execute function audit_change('request_id');
create trigger audited after insert or update or delete on voice
    for each row execute function audit_change('request_id');
create trigger audited after insert or update or delete on request_condition
    for each row execute function audit_change('request_id');
