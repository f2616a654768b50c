-- Distinct beneficiaries: countries, then regional organisations.
with beneficiary as (
    select 1 as rank, activity.*, benefiting as beneficiary
    from counted_activity(:firstDay, :lastDay, :asOf) as activity
    cross join lateral unnest(
        case when beneficiary_countries = '{}' then action_countries else beneficiary_countries end) as benefiting
    where :dimension in ('all', 'country')
    union all
    select 2, activity.*, regional_organisation
    from counted_activity(:firstDay, :lastDay, :asOf) as activity
    where :dimension in ('all', 'organisation') and regional_organisation is not null
    union all
    select 1, activity.*, action_countries[1]
    from counted_activity(:firstDay, :lastDay, :asOf) as activity
    where :dimension = 'national' and cardinality(action_countries) = 1 and regional_organisation is null
        and region = any(:codes)
)
select date '-infinity' as sort_on, beneficiary as sort_key, rank as sort_number, max(year) as year,
       jsonb_build_object(
           case rank when 1 then 'country' else 'organisation' end, beneficiary,
           'activities', count(distinct (action_code, number)),
           'actionCodes', array_agg(distinct action_code order by action_code),
           'illustrative', bool_and(provenance is not distinct from 'illustrative')) as record
from beneficiary
where (beneficiary collate "C", rank) > (:afterKey, :afterNumber)
group by beneficiary, rank
order by beneficiary collate "C", rank
limit :limit
