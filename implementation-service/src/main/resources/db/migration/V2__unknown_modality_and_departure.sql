-- An empty cell of a portfolio means unknown.
alter table activity alter column modality drop not null;
alter table travel_leg alter column departed_on drop not null;
