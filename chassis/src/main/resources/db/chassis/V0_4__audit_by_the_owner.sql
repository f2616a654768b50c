-- The role that serves keeps changes only by changing something: it may not write into record_change by itself, nor lead this
-- function elsewhere by a search_path of its own.
alter function audit_change() security definer set search_path = pg_catalog, public, pg_temp;
