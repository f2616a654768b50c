-- So that a list takes no longer, however many requests there are (docs/decisions/0025): an index for each order that a list is
-- narrowed by status or year in, one that finds what several conditions have in common, and the requests of each country, region
-- and authority in the order of their ids.
create extension if not exists btree_gin;

drop index request_listed; -- The primary key does as well, read backwards.
drop index request_by_status;
drop index request_by_country;
drop index request_by_authority;
-- Without a list of what is to be put in later, through which every search would go.
create index request_found on request
    using gin (countries, authority_keys, regions, status, extract(year from submitted_on)) with (fastupdate = off);

create index request_of_status on request (status, id);
create index request_of_status_by_reference on request (status, left(reference, 200) collate reading_order, id);
create index request_of_status_by_submission on request (status, submitted_on, id);
create index request_of_status_by_decision on request (status, decided_on, id);
create index request_of_year on request (extract(year from submitted_on), id);
create index request_of_year_by_submission on request (extract(year from submitted_on), submitted_on, id);
create index request_of_year_by_reference on request (extract(year from submitted_on), left(reference, 200) collate reading_order, id);
create index request_of_year_by_decision on request (extract(year from submitted_on), decided_on, id);

-- What has no value comes last in its order.
create index request_unnumbered on request (id) where left(reference, 200) collate reading_order is null;
create index request_unsubmitted on request (id) where submitted_on is null;
create index request_undecided on request (id) where decided_on is null;
create index request_of_status_unnumbered on request (status, id) where left(reference, 200) collate reading_order is null;
create index request_of_status_unsubmitted on request (status, id) where submitted_on is null;
create index request_of_status_undecided on request (status, id) where decided_on is null;
create index request_of_year_unnumbered on request (extract(year from submitted_on), id)
    where left(reference, 200) collate reading_order is null;
create index request_of_year_unsubmitted on request (extract(year from submitted_on), id) where submitted_on is null;
create index request_of_year_undecided on request (extract(year from submitted_on), id) where decided_on is null;
-- Nobody but its authority sees what was not handed in.
create index request_handed_in on request (id) where reference is not null;
create index request_handed_in_unsubmitted on request (status, id) where reference is not null and submitted_on is null;
create index request_handed_in_of_status on request (status, id) where reference is not null;

create table request_entry (
    value        text not null,
    request_id   uuid not null references request (id) on delete cascade,
    status       text not null,
    reference    text,
    submitted_on date,
    decided_on   date,
    primary key (value, request_id)
);
comment on table request_entry is 'Which requests a country, a region or an authority has (country=CM), with what they are listed by; kept by triggers.';
create index request_entry_of_status on request_entry (value, status, request_id);
create index request_entry_by_reference on request_entry (value, left(reference, 200) collate reading_order, request_id);
create index request_entry_by_submission on request_entry (value, submitted_on, request_id);
create index request_entry_by_decision on request_entry (value, decided_on, request_id);
create index request_entry_unnumbered on request_entry (value, request_id) where left(reference, 200) collate reading_order is null;
create index request_entry_unsubmitted on request_entry (value, request_id) where submitted_on is null;
create index request_entry_undecided on request_entry (value, request_id) where decided_on is null;

create function request_entries(authorities text[], countries text[], regions text[]) returns text[]
    language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct entry), '{}') from (
        select 'authority=' || unnest(authorities) union all
        select 'country=' || unnest(countries) union all
        select 'region=' || unnest(regions)) as entries (entry)
$$;

create function keep_request_entries() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from request_entry
        where request_id = old.id and value = any(request_entries(old.authority_keys, old.countries, old.regions));
    end if;
    insert into request_entry (value, request_id, status, reference, submitted_on, decided_on)
    select unnest(request_entries(new.authority_keys, new.countries, new.regions)),
        new.id, new.status, new.reference, new.submitted_on, new.decided_on;
    return null;
end $$;

create function keep_progress_of_request_entries() returns trigger language plpgsql as $$
begin
    update request_entry
    set status = new.status, reference = new.reference, submitted_on = new.submitted_on, decided_on = new.decided_on
    where request_id = new.id and value = any(request_entries(new.authority_keys, new.countries, new.regions));
    return null;
end $$;

insert into request_entry (value, request_id, status, reference, submitted_on, decided_on)
select unnest(request_entries(authority_keys, countries, regions)), id, status, reference, submitted_on, decided_on from request;

create trigger entered after insert on request for each row execute function keep_request_entries();
create trigger entered_elsewhere after update on request for each row
    when ((old.authority_keys, old.countries, old.regions) is distinct from (new.authority_keys, new.countries, new.regions))
    execute function keep_request_entries();
create trigger entered_otherwise after update on request for each row
    when ((old.status, old.reference, old.submitted_on, old.decided_on)
            is distinct from (new.status, new.reference, new.submitted_on, new.decided_on)
        and (old.authority_keys, old.countries, old.regions) is not distinct from (new.authority_keys, new.countries, new.regions))
    execute function keep_progress_of_request_entries();
