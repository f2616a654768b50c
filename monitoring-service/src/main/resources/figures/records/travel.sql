-- Travel legs of one kind of traveller departed within the days; the kilometres are added from the airports of the code list.
select departed_on as sort_on, key as sort_key, 0 as sort_number,
       extract(year from departed_on)::integer as year,
       jsonb_build_object(
           'key', key, 'travellerKind', traveller_kind, 'travellerKey', traveller_key,
           'actionCode', action_code, 'activityNumber', activity_number, 'departedOn', departed_on,
           'fromIata', from_iata, 'toIata', to_iata, 'cabin', cabin, 'provenance', provenance) as record
from travel_leg_fact
where departed_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
    and (departed_on, key) > (:afterOn, :afterKey)
    and traveller_kind = any(:codes)
order by departed_on, key
limit :limit
