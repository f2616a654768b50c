-- Publications, by year and kind.
select extract(year from published_on)::integer as year, kind,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from publication_fact
where status = 'PUBLISHED' and published_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
group by 1, 2
