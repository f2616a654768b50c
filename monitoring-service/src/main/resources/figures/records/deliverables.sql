-- Deliverables handed over within the days.
select handed_over_on as sort_on, id::text as sort_key, 0 as sort_number,
       extract(year from handed_over_on)::integer as year,
       jsonb_build_object(
           'actionCode', action_code, 'title', title, 'type', type, 'languages', languages, 'status', status,
           'handedOverOn', handed_over_on, 'provenance', provenance) as record
from deliverable_fact
where status = 'HANDED_OVER' and handed_over_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
    and (handed_over_on, id::text collate "C") > (:afterOn, :afterKey)
order by handed_over_on, id::text collate "C"
limit :limit
