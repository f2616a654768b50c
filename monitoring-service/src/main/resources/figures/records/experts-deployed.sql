-- Experts deployed in the year, with the year's first engagement.
select date '-infinity' as sort_on, expert_key as sort_key, 0 as sort_number, year,
       jsonb_build_object(
           'expertKey', expert_key, 'gender', gender, 'category', category, 'background', background,
           'newcomer', debut = year, 'actionCode', action_code, 'activityNumber', activity_number, 'role', role,
           'startsOn', starts_on, 'illustrative', illustrative) as record
from deployed_expert(:firstDay, :lastDay, :asOf)
where year is not null and expert_key > :afterKey
    and (:dimension::text is null or case :dimension::text
            when 'category' then category
            when 'background' then case when category = 'OTHER' then background end
            when 'newcomer' then (debut = year)::text
        end = any(:codes))
order by expert_key
limit :limit
