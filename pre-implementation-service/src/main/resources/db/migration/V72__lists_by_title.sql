-- Titles go with countries and years more often than one would think ("Cameroon: …", numbers that rise): their order is walked as all others are.
create index request_of_status_by_title on request (status, left(title, 200) collate reading_order, id);
create index request_of_year_by_title on request (extract(year from submitted_on), left(title, 200) collate reading_order, id);

alter table request_entry add column title text;
update request_entry e set title = r.title from request r where r.id = e.request_id;
alter table request_entry alter column title set not null;
create index request_entry_by_title on request_entry (value, left(title, 200) collate reading_order, request_id);

create or replace function keep_request_entries() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from request_entry
        where request_id = old.id and value = any(request_entries(old.authority_keys, old.countries, old.regions));
    end if;
    insert into request_entry (value, request_id, title, status, reference, submitted_on, decided_on)
    select unnest(request_entries(new.authority_keys, new.countries, new.regions)),
        new.id, new.title, new.status, new.reference, new.submitted_on, new.decided_on;
    return null;
end $$;

create or replace function keep_progress_of_request_entries() returns trigger language plpgsql as $$
begin
    update request_entry
    set title = new.title, status = new.status, reference = new.reference, submitted_on = new.submitted_on,
        decided_on = new.decided_on
    where request_id = new.id and value = any(request_entries(new.authority_keys, new.countries, new.regions));
    return null;
end $$;

drop trigger entered_otherwise on request;
create trigger entered_otherwise after update on request for each row
    when ((old.title, old.status, old.reference, old.submitted_on, old.decided_on)
            is distinct from (new.title, new.status, new.reference, new.submitted_on, new.decided_on)
        and (old.authority_keys, old.countries, old.regions) is not distinct from (new.authority_keys, new.countries, new.regions))
    execute function keep_progress_of_request_entries();
