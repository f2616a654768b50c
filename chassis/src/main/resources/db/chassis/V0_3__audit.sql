-- Who did what to which record when, from where, before and after; and who was shown whose personal data. What was done is in
-- event_log, in whose transaction triggers keep the columns that changed.

alter table event_log add column address text;
alter table event_log add column transaction_id xid8 default pg_current_xact_id();
comment on column event_log.address is 'Where the call came from, as the gateway saw it; null for what a service does by itself.';
comment on column event_log.transaction_id is 'Of the change, by which record_change is found; null for what was written before there was an audit trail.';
create index event_log_time on event_log using brin (recorded_at);
create index event_log_actor on event_log (actor, id);

create table record_change (
    seq            bigint generated always as identity primary key,
    table_name     text        not null,
    record_id      uuid        not null,
    transaction_id xid8        not null default pg_current_xact_id(),
    before         jsonb,
    after          jsonb,
    digest         bytea       not null,
    database_role  text        not null default session_user,
    changed_at     timestamptz not null default clock_timestamp()
);
comment on table record_change is
    'Append-only: the columns that a change changed, before and after; of a new row all of them. Only the values may be erased, where a person asks for it: the digest stays.';
create index record_change_record on record_change (record_id, seq);
create index record_change_time on record_change using brin (changed_at);

create function audit_change() returns trigger language plpgsql as $$
declare
    was jsonb := to_jsonb(old);
    becomes jsonb := to_jsonb(new);
    record_id uuid := coalesce(becomes, was) ->> tg_argv[0];
begin
    if tg_op = 'UPDATE' then
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, n.value) into was, becomes
        from jsonb_each(was) o join jsonb_each(becomes) n using (key)
        where o.value is distinct from n.value;
        if was is null then
            return null;
        end if;
    end if;
    insert into record_change (table_name, record_id, before, after, digest)
    values (tg_table_name, record_id, was, becomes,
            sha256(convert_to(concat_ws(' -> ', coalesce(was::text, '-'), coalesce(becomes::text, '-')), 'UTF8')));
    return null;
end $$;
comment on function audit_change() is
    'For the tables of a service: create trigger audited after insert or update or delete on t for each row execute function audit_change(''id''), with the column that holds the aggregate''s id.';

create table audit_note (
    id          uuid        primary key,
    kind        text        not null,
    what        text        not null,
    record_type text        not null,
    record_id   uuid,
    record_key  text,
    actor       text        not null,
    address     text,
    traceparent text,
    recorded_at timestamptz not null
);
comment on table audit_note is
    'Append-only: what is no event. READ: who was shown whose personal data; without a record, those of all. DONE: what operators did.';
create index audit_note_record on audit_note (record_id, id);
create index audit_note_key on audit_note (record_key, id);
create index audit_note_actor on audit_note (actor, id);
create index audit_note_time on audit_note using brin (recorded_at);

create table audit_seal (
    day       date        primary key,
    entries   bigint      not null,
    digest    bytea       not null,
    sealed_at timestamptz not null
);
comment on table audit_seal is
    'Append-only: of each day (UTC), a digest of all that was written down on it and of the seal before, so that nothing can be changed afterwards without breaking every later seal.';

create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: nothing in it is changed or removed', tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create function only_erased() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.before is null and new.after is null
        and to_jsonb(new) - 'before' - 'after' = to_jsonb(old) - 'before' - 'after' then
        return new;
    end if;
    raise exception 'record_change is append-only: its values may be erased, nothing else'
        using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on event_log for each row execute function append_only();
create trigger append_only before update or delete on audit_note for each row execute function append_only();
create trigger append_only before update or delete on audit_seal for each row execute function append_only();
create trigger append_only before update or delete on record_change for each row execute function only_erased();
create trigger no_truncate before truncate on event_log execute function append_only();
create trigger no_truncate before truncate on audit_note execute function append_only();
create trigger no_truncate before truncate on audit_seal execute function append_only();
create trigger no_truncate before truncate on record_change execute function append_only();

create view audit_trail as
select id, recorded_at, actor, address, 'CHANGED' as kind, type as what, aggregate_type as record_type,
       aggregate_id as record_id, null as record_key, version, traceparent, transaction_id
from event_log
union all
select id, recorded_at, actor, address, kind, what, record_type, record_id, record_key, null, traceparent, null
from audit_note;
comment on view audit_trail is 'All that is written down; the ids are in the order of time.';

create function audit_day(asked date, out entries bigint, out digest bytea) language sql stable as $$
    with day as (
        select asked::timestamp at time zone 'UTC' as starts, (asked + 1)::timestamp at time zone 'UTC' as ends
    ), entry (line) as (
        select jsonb_build_array('event', id, aggregate_type, aggregate_id, version, type, payload, actor, address,
                                 traceparent, transaction_id::text, extract(epoch from recorded_at))::text
        from event_log, day where recorded_at >= starts and recorded_at < ends
        union all
        select jsonb_build_array('note', id, kind, what, record_type, record_id, record_key, actor, address,
                                 traceparent, extract(epoch from recorded_at))::text
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
comment on function audit_day(date) is 'How much was written down on a day (UTC), and a digest of all of it.';
