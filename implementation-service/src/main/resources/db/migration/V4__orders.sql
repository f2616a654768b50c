create collation reading_order (provider = icu, locale = 'und-u-kn');
comment on collation reading_order is 'As people read: accents beside their letter, 2 before 10.';

-- One for each way in which a list can be sorted; read backwards for the other way round.
create index action_by_code on action (left(code, 200) collate reading_order, id);
create index action_by_name on action (left(name, 200) collate reading_order, id);
create index action_by_launch on action (launched_on, id);
create index action_by_completion on action (completed_on, id);
create index activity_by_title on activity (action_code, left(title, 200) collate reading_order, id);
create index activity_by_start on activity (action_code, starts_on, id);
create index activity_by_end on activity (action_code, ends_on, id);
create index deliverable_listed on deliverable (action_code, id);
create index deliverable_by_title on deliverable (action_code, left(title, 200) collate reading_order, id);
create index deliverable_by_validation on deliverable (action_code, validated_on, id);
create index deliverable_by_handover on deliverable (action_code, handed_over_on, id);
create index travel_leg_by_key on travel_leg (left(key, 200) collate reading_order, id);
create index travel_leg_by_departure on travel_leg (departed_on, id);
