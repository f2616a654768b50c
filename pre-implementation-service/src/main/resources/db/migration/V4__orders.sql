create collation reading_order (provider = icu, locale = 'und-u-kn');
comment on collation reading_order is 'As people read: accents beside their letter, 2 before 10.';

-- One for each way in which a list can be sorted; read backwards for the other way round.
create index request_by_reference on request (left(reference, 200) collate reading_order, id);
create index request_by_title on request (left(title, 200) collate reading_order, id);
create index request_by_submission on request (submitted_on, id);
create index request_by_decision on request (decided_on, id);
create index authority_by_key on authority (left(key, 200) collate reading_order, id);
create index authority_by_name on authority (left(name, 200) collate reading_order, id);
create index action_fiche_by_reference on action_fiche (left(request_reference, 200) collate reading_order, id);
create index action_fiche_by_action_name on action_fiche (left(action_name, 200) collate reading_order, id);
