-- Meetings of the steering group about requests under review, with their agendas and minutes.
create table meeting (
    id                 uuid        primary key,
    version            bigint      not null,
    title              text        not null,
    day                date        not null,
    from_time          time        not null,
    until_time         time        not null,
    starts_at          timestamptz not null,
    ends_at            timestamptz not null,
    place              text,
    link               text,
    status             text        not null,
    cancelled_because  text,
    countries          text[]      not null,
    minutes_status     text,
    minutes_changed_at timestamptz
);
comment on column meeting.day is 'Where the facility is, as are from_time and until_time.';
comment on column meeting.starts_at is 'The same moment for all the world; kept, as the rules of a time zone change.';
comment on column meeting.countries is 'Of the requests on its agenda, for the sight of EU Delegations.';
create index meeting_by_day on meeting (day, id);
create index meeting_by_country on meeting using gin (countries);

create table meeting_point (
    meeting_id        uuid not null references meeting (id),
    place             int  not null,
    request_id        uuid references request (id),
    request_reference text,
    topic             text,
    said              text,
    concluded         text,
    primary key (meeting_id, place),
    check ((request_id is null) = (request_reference is null) and (request_id is null) <> (topic is null))
);
comment on table meeting_point is 'The agenda: a request or another topic each; and what the minutes say of it.';
create index meeting_point_request on meeting_point (request_id) where request_id is not null;

create table meeting_attendance (
    meeting_id  uuid not null references meeting (id),
    place       int  not null,
    institution text not null,
    "function"  text,
    primary key (meeting_id, place)
);
comment on table meeting_attendance is 'Who attended, by institution and function; never by name.';

create trigger audited after insert or update or delete on meeting
    for each row execute function audit_change('id');
create trigger audited after insert or update or delete on meeting_point
    for each row execute function audit_change('meeting_id');
create trigger audited after insert or update or delete on meeting_attendance
    for each row execute function audit_change('meeting_id');
