alter table action
    add column cancelled_on date,
    add column cancelled_in text;
comment on column action.cancelled_on is 'Null where a portfolio says that it was cancelled, and not when.';
comment on column action.cancelled_in is 'The status that it was cancelled in; null where that is not known.';

-- Those cancelled here so far have the day among their steps. What they were before is said by the step before; without one
-- they were in preparation, if a fiche made them.
update action a
set cancelled_on = last.taken_on,
    cancelled_in = coalesce(
        (select s.status from action_step s where s.action_id = a.id and s.position = last.position - 1),
        case when a.authority_keys <> '{}' then 'PREPARATION' end)
from (select distinct on (action_id) action_id, position, status, taken_on
      from action_step order by action_id, position desc) last
where last.action_id = a.id and last.status = 'CANCELLED' and a.status = 'CANCELLED';
