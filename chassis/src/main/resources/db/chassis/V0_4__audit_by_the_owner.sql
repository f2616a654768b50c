-- The role that serves keeps changes only by changing something: it may neither write into record_change by itself, nor put this
-- function on a table of its own, nor lead it elsewhere by a search_path.
alter function audit_change() security definer set search_path = pg_catalog, public, pg_temp;
revoke execute on function audit_change() from public;

-- What was done with a record that has no events is found with the note, as with an event.
alter table audit_note add column transaction_id xid8 default pg_current_xact_id();
create or replace view audit_trail as
select id, recorded_at, actor, address, 'CHANGED' as kind, type as what, aggregate_type as record_type,
       aggregate_id as record_id, null as record_key, version, traceparent, transaction_id
from event_log
union all
select id, recorded_at, actor, address, kind, what, record_type, record_id, record_key, null, traceparent, transaction_id
from audit_note;

create or replace function audit_day(asked date, out entries bigint, out digest bytea) language sql stable
set search_path = pg_catalog, public, pg_temp as $$
    with day as (
        select asked::timestamp at time zone 'UTC' as starts, (asked + 1)::timestamp at time zone 'UTC' as ends
    ), entry (line) as (
        select jsonb_build_array('event', id, aggregate_type, aggregate_id, version, type, payload, actor, address,
                                 traceparent, transaction_id::text, extract(epoch from recorded_at))::text
        from event_log, day where recorded_at >= starts and recorded_at < ends
        union all
        select jsonb_build_array('note', id, kind, what, record_type, record_id, record_key, actor, address,
                                 traceparent, transaction_id::text, extract(epoch from recorded_at))::text
        from audit_note, day where recorded_at >= starts and recorded_at < ends
        union all
        select jsonb_build_array('change', seq, table_name, record_id, transaction_id::text, encode(digest, 'hex'),
                                 database_role, extract(epoch from changed_at))::text
        from record_change, day where changed_at >= starts and changed_at < ends
    )
    select count(*),
           sha256(coalesce(string_agg(sha256(convert_to(line, 'UTF8')), ''::bytea order by line collate "C"), ''::bytea))
    from entry
$$;

-- The role that serves seals by this alone: the day after the last seal, when it is over, with a digest of what is there.
create function seal_audit_day(asked date, at timestamptz, out entries bigint, out digest bytea) language plpgsql
security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if asked >= (now() at time zone 'UTC')::date then
        raise exception 'the day % is not over', asked using errcode = 'insufficient_privilege';
    end if;
    if asked is distinct from coalesce((select max(day) + 1 from audit_seal),
                                       (select min(recorded_at at time zone 'UTC')::date from audit_trail)) then
        raise exception 'the day % is not the next to be sealed', asked using errcode = 'insufficient_privilege';
    end if;
    insert into audit_seal (day, entries, digest, sealed_at)
    select asked, d.entries,
           sha256(coalesce((select s.digest from audit_seal s where s.day = asked - 1), ''::bytea) || d.digest), at
    from audit_day(asked) d
    returning audit_seal.entries, audit_seal.digest into seal_audit_day.entries, seal_audit_day.digest;
end $$;
