-- Who benefited: one row for each year and distinct beneficiary. A beneficiary is illustrative when only illustrative Activities name it.
with benefit as materialized (
    select year, action_code, region, beneficiary_countries, action_countries, regional_organisation,
           bool_and(provenance is not distinct from 'illustrative') as illustrative
    from counted_activity(:firstDay, :lastDay, :asOf)
    group by year, action_code, region, beneficiary_countries, action_countries, regional_organisation
)
select 'country' as kind, year, null as region, beneficiary, bool_and(illustrative) as illustrative
from benefit
cross join lateral unnest(
    case when beneficiary_countries = '{}' then action_countries else beneficiary_countries end) as beneficiary
group by year, beneficiary
union all
select 'organisation', year, null, regional_organisation, bool_and(illustrative)
from benefit
where regional_organisation is not null
group by year, regional_organisation
union all
select 'national', year, region, action_countries[1], bool_and(illustrative)
from benefit
where cardinality(action_countries) = 1 and regional_organisation is null
group by year, region, action_countries[1]
