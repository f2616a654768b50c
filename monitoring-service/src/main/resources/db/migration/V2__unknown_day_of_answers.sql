-- An empty cell of a portfolio means unknown.
alter table evaluation alter column collected_on drop not null;
