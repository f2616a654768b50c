-- An empty cell of a portfolio means unknown.
alter table expert alter column registered_on drop not null;
