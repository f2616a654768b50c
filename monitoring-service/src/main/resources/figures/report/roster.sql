-- The roster, by year of registration.
select extract(year from registered_on)::integer as year,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from expert_fact
where registered_on <= :lastDay
    and known_from <= :asOf and known_to > :asOf
group by 1
