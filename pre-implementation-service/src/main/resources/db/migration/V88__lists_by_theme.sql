-- Requests are listed by theme as they are by country: the themes too are among what request_entry has, and request_found finds.
drop index request_found;
create index request_found on request
    using gin (countries, authority_keys, regions, themes, status, extract(year from submitted_on)) with (fastupdate = off);

create function request_entries(authorities text[], countries text[], regions text[], themes text[]) returns text[]
    language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct entry), '{}') from (
        select 'authority=' || unnest(authorities) union all
        select 'country=' || unnest(countries) union all
        select 'region=' || unnest(regions) union all
        select 'theme=' || unnest(themes)) as entries (entry)
$$;

create or replace function keep_request_entries() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from request_entry
        where request_id = old.id and value = any(request_entries(old.authority_keys, old.countries, old.regions, old.themes));
    end if;
    insert into request_entry (value, request_id, title, status, reference, submitted_on, decided_on)
    select unnest(request_entries(new.authority_keys, new.countries, new.regions, new.themes)),
        new.id, new.title, new.status, new.reference, new.submitted_on, new.decided_on;
    return null;
end $$;

create or replace function keep_progress_of_request_entries() returns trigger language plpgsql as $$
begin
    update request_entry
    set title = new.title, status = new.status, reference = new.reference, submitted_on = new.submitted_on,
        decided_on = new.decided_on
    where request_id = new.id and value = any(request_entries(new.authority_keys, new.countries, new.regions, new.themes));
    return null;
end $$;

drop function request_entries(text[], text[], text[]);

drop trigger entered_elsewhere on request;
create trigger entered_elsewhere after update on request for each row
    when ((old.authority_keys, old.countries, old.regions, old.themes)
        is distinct from (new.authority_keys, new.countries, new.regions, new.themes))
    execute function keep_request_entries();
drop trigger entered_otherwise on request;
create trigger entered_otherwise after update on request for each row
    when ((old.title, old.status, old.reference, old.submitted_on, old.decided_on)
            is distinct from (new.title, new.status, new.reference, new.submitted_on, new.decided_on)
        and (old.authority_keys, old.countries, old.regions, old.themes)
            is not distinct from (new.authority_keys, new.countries, new.regions, new.themes))
    execute function keep_progress_of_request_entries();

insert into request_entry (value, request_id, title, status, reference, submitted_on, decided_on)
select distinct 'theme=' || theme, id, title, status, reference, submitted_on, decided_on
from request cross join lateral unnest(themes) as named (theme);

comment on table request_entry is 'Which requests a country, a region, an authority or a theme has (country=CM), with what they are listed by; kept by triggers.';
