-- Airports, which the service reads from the facility profile: the columns of its file.
create schema if not exists bench;
create table bench.airport (
    iata text primary key, valid_from date, valid_to date, label text, city text, country text,
    latitude double precision not null, longitude double precision not null
);
