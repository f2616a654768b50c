-- Every time that a request was on hold, so that its clock goes by days that can be corrected.
create table request_hold (
    request_id  uuid not null references request (id),
    number      int  not null,
    held_on     date not null,
    resumed_on  date,
    waiting_for text not null,
    reason      text,
    primary key (request_id, number)
);
comment on column request_hold.resumed_on is 'The day on which it went on; null as long as it is on hold.';

-- So far the log alone remembers: from the event that put it on hold to the next that did not leave it there.
insert into request_hold (request_id, number, held_on, resumed_on, waiting_for)
select aggregate_id, row_number() over (partition by aggregate_id order by version),
    (recorded_at at time zone 'Europe/Brussels')::date, (gone_on at time zone 'Europe/Brussels')::date, 'OFFICER'
from (
    select aggregate_id, version, recorded_at, status, lag(status) over w as before,
        (select min(later.recorded_at) from event_log later
         where later.aggregate_type = 'request' and later.aggregate_id = told.aggregate_id
            and later.version > told.version and later.payload ->> 'status' <> 'ON_HOLD') as gone_on
    from (
        select aggregate_id, version, recorded_at, payload ->> 'status' as status
        from event_log where aggregate_type = 'request'
    ) told
    window w as (partition by aggregate_id order by version)
) step
where status = 'ON_HOLD' and before is distinct from 'ON_HOLD';

alter table request drop column held_on;
alter table request add column warned_for date, add column warned_days_before int;
comment on column request.warned_for is 'By when to launch, as it was said when whoever follows it was last warned that little time is left.';

create trigger audited after insert or update or delete on request_hold
    for each row execute function audit_change('request_id');
