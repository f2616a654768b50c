-- Publications published within the days.
select published_on as sort_on, key as sort_key, 0 as sort_number,
       extract(year from published_on)::integer as year,
       jsonb_build_object(
           'key', key, 'title', title, 'kind', kind, 'languages', languages, 'publishedOn', published_on,
           'region', region, 'countries', countries, 'themes', themes, 'provenance', provenance) as record
from publication_fact
where status = 'PUBLISHED' and published_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
    and (published_on, key) > (:afterOn, :afterKey)
    and (:dimension::text is null or kind = any(:codes))
order by published_on, key
limit :limit
