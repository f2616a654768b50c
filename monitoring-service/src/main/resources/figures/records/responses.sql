-- Actions launched within the days, with the days from submission to launch.
select launched_on as sort_on, action_code as sort_key, 0 as sort_number, year,
       jsonb_build_object(
           'actionCode', action_code, 'name', name, 'submittedOn', submitted_on, 'launchedOn', launched_on,
           'days', days, 'pausedDays', paused_days, 'withinThreeMonths', within_three_months,
           'illustrative', illustrative) as record
from response(:firstDay, :lastDay, :asOf)
where (launched_on, action_code) > (:afterOn, :afterKey)
order by launched_on, action_code
limit :limit
