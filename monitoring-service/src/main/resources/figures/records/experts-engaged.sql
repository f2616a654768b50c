-- Experts ever deployed up to the last day, with the first Activity they were deployed to.
select date '-infinity' as sort_on, expert.expert_key as sort_key, 0 as sort_number,
       extract(year from activity_starts_on)::integer as year,
       jsonb_build_object(
           'expertKey', expert.expert_key, 'actionCode', action_code, 'activityNumber', activity_number,
           'activityStartsOn', activity_starts_on, 'engagements', engagements,
           'illustrative', illustrative or rostered.provenance is not distinct from 'illustrative') as record
from (
    select distinct on (expert_key) engagement.*,
           count(*) over (partition by expert_key) as engagements,
           bool_and(provenance is not distinct from 'illustrative') over (partition by expert_key) as illustrative
    from engagement(:lastDay, :asOf) as engagement
    where expert_key > :afterKey
    order by expert_key, activity_starts_on, action_code, activity_number
) expert
left join expert_fact as rostered
    on rostered.key = expert.expert_key and rostered.known_from <= :asOf and rostered.known_to > :asOf
order by expert.expert_key
limit :limit
