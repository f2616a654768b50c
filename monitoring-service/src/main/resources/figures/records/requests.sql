-- Requests submitted within the days.
select submitted_on as sort_on, coalesce(reference, id::text) as sort_key, 0 as sort_number,
       extract(year from submitted_on)::integer as year,
       jsonb_build_object(
           'reference', reference, 'title', title, 'countries', countries, 'themes', themes, 'status', status,
           'submittedOn', submitted_on, 'decidedOn', decided_on, 'provenance', provenance) as record
from request_fact
where submitted_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
    and (submitted_on, coalesce(reference, id::text)) > (:afterOn, :afterKey)
order by submitted_on, coalesce(reference, id::text)
limit :limit
