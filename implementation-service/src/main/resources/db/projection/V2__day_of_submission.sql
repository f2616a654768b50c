alter table known_request add column submitted_on date;
