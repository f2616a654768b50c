-- Actions, by years of launch and completion.
select extract(year from launched_on)::integer as launched,
       extract(year from completed_on)::integer as completed,
       status = 'COMPLETED' as is_completed,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from action_fact
where known_from <= :asOf and known_to > :asOf
group by 1, 2, 3
