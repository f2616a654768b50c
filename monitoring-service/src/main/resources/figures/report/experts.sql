-- Experts deployed in each year, by everything they are cut by.
select year, category, background, gender, newcomer,
       count(*) as records,
       count(*) filter (where illustrative) as illustrative
from deployed_expert(:firstDay, :lastDay, :asOf)
group by year, category, background, gender, newcomer
