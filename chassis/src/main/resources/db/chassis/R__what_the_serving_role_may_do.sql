-- The role that migrates owns the tables; the one that serves reads and writes them, those of later migrations too, and
-- can but add to what is append-only. The projections are its own, for it builds them.
grant select, insert, update, delete on all tables in schema public to "${serving}";
grant usage on all sequences in schema public to "${serving}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${serving}";
alter default privileges in schema public grant usage on sequences to "${serving}";

revoke update, delete on event_log, audit_note from "${serving}";
revoke insert, update, delete on record_change, audit_seal, schema_release, flyway_schema_history from "${serving}";
