-- Tables like those of the service, with their indexes and foreign keys, so that the reference leaves the service's own alone.
create schema if not exists bench;
create table bench.request (like public.request including all);
create table bench.request_hold (like public.request_hold including all);
create table bench.request_entry (like public.request_entry including all);
create table bench.reference_counter (like public.reference_counter including all);
insert into bench.reference_counter (year, last) values (2017, 0);
create table bench.event_log (like public.event_log including all);
create table bench.outbox_queue (like public.outbox_queue including all, foreign key (event_id) references bench.event_log (id));

-- The drafts are numbered; so are their ids, which stand in for the UUIDv7 that the service makes.
create function bench.draft(n bigint) returns uuid language sql immutable parallel safe
    return ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
create function bench.event(n bigint) returns uuid language sql immutable parallel safe
    return ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid;

-- Copies a draft of the service, and the event that told of it, so many times.
create function bench.fill(drafts integer) returns void language sql as $$
    insert into bench.request
    select copy.*
    from (select r from public.request r where r.status = 'DRAFT' limit 1) as one,
         generate_series(1, drafts) as n,
         jsonb_populate_record(one.r, jsonb_build_object('id', bench.draft(n))) as copy;
    insert into bench.request_entry (value, request_id, title, status)
    select entry, bench.draft(n), 'Document security at land borders', 'DRAFT'
    from generate_series(1, drafts) as n,
         unnest('{authority=cm-ministry-of-interior-cameroon,country=CM,region=AFRICA_CENTRAL_EASTERN_SOUTHERN,theme=DOCUMENT_SECURITY}'::text[]) as entry;
    insert into bench.event_log
    select copy.*
    from (select e from public.event_log e where e.type = 'request-drafted' limit 1) as one,
         generate_series(1, drafts) as n,
         jsonb_populate_record(one.e, jsonb_build_object('id', gen_random_uuid(), 'aggregate_id', bench.draft(n))) as copy;
$$;

-- The highest number that was submitted.
create function bench.used() returns bigint language sql stable
    return coalesce((select max(('x' || right(id::text, 12))::bit(48)::bigint) from bench.request where status <> 'DRAFT'), 0);
