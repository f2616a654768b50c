-- Deliverables handed over, by year.
select extract(year from handed_over_on)::integer as year,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from deliverable_fact
where status = 'HANDED_OVER' and handed_over_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
group by 1
