create collation reading_order (provider = icu, locale = 'und-u-kn');
comment on collation reading_order is 'As people read: accents beside their letter, 2 before 10.';

-- One for each way in which a list can be sorted; read backwards for the other way round.
create index expert_by_key on expert (left(key, 200) collate reading_order, id);
create index expert_by_family_name on expert (left(family_name, 200) collate reading_order, id);
create index expert_by_institution on expert (left(institution, 200) collate reading_order, id);
create index expert_by_registration on expert (registered_on, id);
create index deployment_by_expert on deployment (left(expert_key, 200) collate reading_order, id);
create index deployment_by_action on deployment (left(action_code, 200) collate reading_order, id);
create index deployment_by_start on deployment (starts_on, id);
create index deployment_by_end on deployment (ends_on, id);
