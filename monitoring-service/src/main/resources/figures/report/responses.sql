-- Launches, by the days they took.
select year, days, within_three_months,
       count(*) as records,
       count(*) filter (where illustrative) as illustrative
from response(:firstDay, :lastDay, :asOf)
group by year, days, within_three_months
