-- Experts registered up to the last day.
select registered_on as sort_on, key as sort_key, 0 as sort_number,
       extract(year from registered_on)::integer as year,
       jsonb_build_object(
           'expertKey', key, 'gender', gender, 'nationality', nationality, 'category', category,
           'background', background, 'registeredOn', registered_on, 'provenance', provenance) as record
from expert_fact
where registered_on <= :lastDay
    and known_from <= :asOf and known_to > :asOf
    and (registered_on, key) > (:afterOn, :afterKey)
order by registered_on, key
limit :limit
