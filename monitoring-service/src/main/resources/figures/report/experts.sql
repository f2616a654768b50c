-- Experts ever deployed, in each year by everything they are cut by; `latest` is true in one row of each expert.
select year, debut, true_debut, category, background, gender, latest,
       count(*) as records,
       count(*) filter (where illustrative) as illustrative
from (
    select *, year is not distinct from max(year) over (partition by expert_key) as latest
    from deployed_expert(:firstDay, :lastDay, :asOf)
) expert
group by year, debut, true_debut, category, background, gender, latest
