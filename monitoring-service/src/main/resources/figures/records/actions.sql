-- Actions launched or completed within the days, or running on one of them.
select date '-infinity' as sort_on, code as sort_key, 0 as sort_number,
       extract(year from case :dimension when 'completed' then completed_on else launched_on end)::integer as year,
       jsonb_build_object(
           'actionCode', code, 'name', name, 'region', region, 'countries', countries,
           'regionalOrganisation', regional_organisation, 'pillar', pillar, 'status', status,
           'launchedOn', launched_on, 'completedOn', completed_on, 'provenance', provenance) as record
from action_fact
where known_from <= :asOf and known_to > :asOf
    and code > :afterKey
    and case :dimension
            when 'launched' then launched_on between :firstDay and :lastDay
            when 'completed' then status = 'COMPLETED' and completed_on between :firstDay and :lastDay
            when 'running' then launched_on <= :lastDay and (completed_on is null or completed_on >= :firstDay)
        end
order by code
limit :limit
