-- Distinct team travellers of each year.
select extract(year from departed_on)::integer as year, count(distinct traveller_key) as travellers
from travel_leg_fact
where traveller_kind = 'TEAM' and departed_on between :firstDay and :lastDay
    and known_from <= :asOf and known_to > :asOf
group by 1
