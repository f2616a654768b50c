-- Of which release the schema is. A release that changes it raises the number, and mieux.release with it; programs of the release
-- before serve beside it meanwhile, and older ones refuse to start.
create table schema_release (release integer not null);
create unique index schema_release_one_row on schema_release ((true));
insert into schema_release values (1);
