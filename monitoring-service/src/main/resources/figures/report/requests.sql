-- Requests, by year of submission.
select extract(year from submitted_on)::integer as year,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from request_fact
where submitted_on <= :lastDay
    and known_from <= :asOf and known_to > :asOf
group by 1
