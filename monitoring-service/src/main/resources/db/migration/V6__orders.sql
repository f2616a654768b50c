create collation reading_order (provider = icu, locale = 'und-u-kn');
comment on collation reading_order is 'As people read: accents beside their letter, 2 before 10.';

-- One for each way in which a list can be sorted; read backwards for the other way round.
create index evaluation_by_action on evaluation (left(action_code, 200) collate reading_order, id);
create index evaluation_by_score on evaluation (score, id);
create index evaluation_by_responses on evaluation (responses, id);
create index evaluation_by_day on evaluation (collected_on, id);
