-- Travel legs, by route; the distance of a route is computed from the airports of the code list.
select extract(year from departed_on)::integer as year, traveller_kind, from_iata, to_iata,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from travel_leg_fact
where departed_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
group by 1, 2, 3, 4
