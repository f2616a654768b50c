alter table known_request add column decided_on date;
