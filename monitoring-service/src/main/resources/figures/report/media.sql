-- Mentions in the media, by year.
select extract(year from published_on)::integer as year,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from media_mention_fact
where published_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
group by 1
