-- Carbon certificates, by year.
select year, sum(tonnes_co2e) as tonnes,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from carbon_offset_fact
where year between :firstYear and :lastYear
    and known_from <= :asOf and known_to > :asOf
group by year
