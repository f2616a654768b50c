-- Mentions in the media within the days.
select published_on as sort_on, key as sort_key, 0 as sort_number,
       extract(year from published_on)::integer as year,
       jsonb_build_object('key', key, 'country', country, 'publishedOn', published_on, 'provenance', provenance) as record
from media_mention_fact
where published_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
    and (published_on, key) > (:afterOn, :afterKey)
order by published_on, key
limit :limit
