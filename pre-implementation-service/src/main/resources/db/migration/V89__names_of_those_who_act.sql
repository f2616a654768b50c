-- Who did something is shown by name beside the subject of her token. Kept with the act, as she was called then; not in events.
alter table opinion add column given_by_name text;
alter table review_round add column opened_by_name text;
alter table request_condition add column settled_by_name text;
alter table attachment add column attached_by_name text;
alter table action_fiche_version add column saved_by_name text;
alter table endorsement add column given_by_name text;
alter table fiche_comment add column written_by_name text, add column resolved_by_name text;
alter table fiche_comment_reply add column written_by_name text;
comment on column opinion.given_by_name is 'What given_by is called, by her token; null where it did not say, and of opinions from before names were kept. So are all names beside a subject.';
