-- Part of every generation of the projections: a rebuilt generation brings its own.
create table applied (
    aggregate_type text   not null,
    aggregate_id   uuid   not null,
    version        bigint not null,
    primary key (aggregate_type, aggregate_id)
);
comment on table applied is 'The last version of each foreign aggregate that this generation of the projections shows.';
