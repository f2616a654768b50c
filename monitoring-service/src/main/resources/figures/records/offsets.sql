-- Carbon certificates of the year.
select date '-infinity' as sort_on, key as sort_key, 0 as sort_number, year,
       jsonb_build_object(
           'key', key, 'year', year, 'standard', standard, 'project', project, 'tonnesCo2e', tonnes_co2e,
           'provenance', provenance) as record
from carbon_offset_fact
where year between extract(year from :firstDay::date) and extract(year from :lastDay::date)
    and known_from <= :asOf and known_to > :asOf
    and key > :afterKey
order by key
limit :limit
