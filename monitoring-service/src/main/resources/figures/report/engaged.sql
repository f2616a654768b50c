-- Experts ever deployed, by the year of the first engagement and of the first that is not illustrative.
select debut, first_true, count(*) as records
from (
    select extract(year from min(activity_starts_on))::integer as debut,
           extract(year from min(activity_starts_on) filter (
               where provenance is distinct from 'illustrative'))::integer as first_true
    from engagement(:lastDay, :asOf)
    group by expert_key
) expert
group by debut, first_true
