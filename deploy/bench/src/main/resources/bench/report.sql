-- Every figure of 2017 and of the year before (and one more where growth needs it), straight from the tables of facts.

-- Requests and the roster
select year, 'requests.new' as figure, count(*) filter (where extract(year from submitted_on) = year) as value
from request_fact join generate_series(2016, 2017) as year on extract(year from submitted_on) <= year
where known_to = 'infinity' group by year
union all
select year, 'requests.cumulative', count(*)
from request_fact join generate_series(2016, 2017) as year on extract(year from submitted_on) <= year
where known_to = 'infinity' group by year
union all
select year, 'experts.roster', count(*)
from expert_fact join generate_series(2015, 2017) as year on extract(year from registered_on) <= year
where known_to = 'infinity' group by year;

-- Actions
select year, figure, value
from (
    select year,
           count(*) filter (where extract(year from launched_on) = year) as launched,
           count(*) filter (where status = 'COMPLETED' and extract(year from completed_on) = year) as completed,
           count(*) filter (where extract(year from launched_on) <= year) as cumulative,
           count(*) filter (where extract(year from launched_on) <= year
                            and (completed_on is null or extract(year from completed_on) >= year)) as running
    from action_fact, generate_series(2016, 2017) as year
    where known_to = 'infinity'
    group by year
) as counted,
lateral (values ('actions.launched', launched), ('actions.completed', completed), ('actions.cumulative', cumulative), ('actions.running', running)) as each (figure, value);

-- Responses
select year, figure, value
from (
    select extract(year from action.launched_on)::int as year,
           percentile_cont(0.5) within group (order by action.launched_on - request.submitted_on) as median,
           round(100.0 * count(*) filter (where action.launched_on <= (request.submitted_on + interval '3 months')::date) / count(*), 1) as in_time
    from action_fact as action join request_fact as request on request.reference = action.code
    where action.known_to = 'infinity' and request.known_to = 'infinity' and request.submitted_on is not null
        and action.launched_on between '2016-01-01' and '2017-12-31'
    group by 1
) as counted,
lateral (values ('response.median-days', median::numeric), ('response.within-three-months', in_time)) as each (figure, value);

-- Activities and participants
with counted as materialized (
    select extract(year from activity.starts_on)::int as year, region, type, modality, pillar,
           participants_female as female, participants_male as male, participants_other as other
    from activity_fact as activity
    join action_fact as action on action.code = activity.action_code and action.known_to = 'infinity'
    where activity.status = 'DELIVERED' and activity.starts_on between '2015-01-01' and '2017-12-31' and activity.known_to = 'infinity'
)
select year, case
           when grouping(region) = 0 then 'activities.region.' || region
           when grouping(type) = 0 then 'activities.type.' || type
           when grouping(modality) = 0 then 'activities.modality.' || modality
           when grouping(pillar) = 0 then 'activities.pillar.' || pillar
           else 'activities.total' end as figure,
       count(*) as value
from counted
group by grouping sets ((year), (year, region), (year, type), (year, modality), (year, pillar))
union all
select year, figure, value
from (select year, sum(female) as female, sum(male) as male, sum(other) as other from counted group by year) as summed,
lateral (values ('participants.female', female), ('participants.male', male), ('participants.other', other),
         ('participants.total', female + male + other)) as each (figure, value);

-- Beneficiaries
with counted as materialized (
    select distinct extract(year from activity.starts_on)::int as year, action.region, action.regional_organisation, action.countries,
           case when activity.beneficiary_countries = '{}' then action.countries else activity.beneficiary_countries end as beneficiaries
    from activity_fact as activity
    join action_fact as action on action.code = activity.action_code and action.known_to = 'infinity'
    where activity.status = 'DELIVERED' and activity.starts_on between '2016-01-01' and '2017-12-31' and activity.known_to = 'infinity'
)
select year, 'beneficiaries.countries' as figure, count(distinct country) as value from counted, unnest(beneficiaries) as country group by year
union all
select year, 'beneficiaries.organisations', count(distinct regional_organisation) from counted group by year
union all
select year, 'beneficiaries.national.' || region, count(distinct countries[1]) from counted
where cardinality(countries) = 1 and regional_organisation is null group by year, region;

-- Experts deployed
with engaged as materialized (
    select extract(year from activity.starts_on)::int as year, deployment.*
    from deployment_fact as deployment
    join activity_fact as activity on activity.action_code = deployment.action_code and activity.number = deployment.activity_number
    where deployment.status in ('ACCEPTED', 'CONTRACTED', 'DEPLOYED', 'COMPLETED') and deployment.known_to = 'infinity'
        and activity.status = 'DELIVERED' and activity.starts_on <= '2017-12-31' and activity.known_to = 'infinity'
),
debuts as (select expert_key, min(year) as debut from engaged group by expert_key),
firsts as materialized (
    select distinct on (engaged.year, engaged.expert_key) engaged.year, engaged.expert_key, engaged.category, engaged.background, debut, gender
    from engaged
    join debuts on debuts.expert_key = engaged.expert_key
    join expert_fact as expert on expert.key = engaged.expert_key and expert.known_to = 'infinity'
    where engaged.year >= 2016
    order by engaged.year, engaged.expert_key, engaged.starts_on nulls last, engaged.action_code, engaged.activity_number
)
select year, 'experts.deployed.category.' || category as figure, count(*)::numeric as value from firsts group by year, category
union all
select year, 'experts.deployed.background.' || background, count(*) from firsts where category = 'OTHER' group by year, background
union all
select year, figure, value
from (
    select year, count(*) as deployed, count(*) filter (where debut = year) as newcomers,
           round(100.0 * count(*) filter (where gender = 'FEMALE') / count(*), 1) as female,
           round(100.0 * count(*) filter (where gender = 'MALE') / count(*), 1) as male
    from firsts group by year
) as summed,
lateral (values ('experts.deployed', deployed), ('experts.deployed.newcomers', newcomers),
         ('experts.deployed.female-share', female), ('experts.deployed.male-share', male)) as each (figure, value)
union all
select year, 'experts.deployed.cumulative', count(*) from debuts join generate_series(2016, 2017) as year on debut <= year group by year;

-- Satisfaction
with answer as (
    select extract(year from activity.starts_on)::int as year, audience, question, score, responses
    from evaluation_fact as evaluation
    join activity_fact as activity on activity.action_code = evaluation.action_code and activity.number = evaluation.activity_number
    where evaluation.known_to = 'infinity' and activity.known_to = 'infinity'
        and activity.status = 'DELIVERED' and activity.starts_on between '2016-01-01' and '2017-12-31'
    union all
    select extract(year from collected_on)::int, audience, question, score, responses
    from evaluation_fact
    where activity_number is null and known_to = 'infinity' and collected_on between '2016-01-01' and '2017-12-31'
)
select year, 'satisfaction.' || lower(audience) || '.' || question as figure,
       round(100.0 * coalesce(sum(responses) filter (where score >= 4), 0) / sum(responses), 1) as value
from answer group by year, audience, question;

-- Deliverables, publications, media, channels, offsets
select extract(year from handed_over_on)::int as year, 'deliverables.handed-over' as figure, count(*)::numeric as value
from deliverable_fact
where status = 'HANDED_OVER' and handed_over_on between '2016-01-01' and '2017-12-31' and known_to = 'infinity' group by 1
union all
select extract(year from published_on)::int, case when grouping(kind) = 0 then 'publications.kind.' || kind else 'publications.total' end, count(*)
from publication_fact
where status = 'PUBLISHED' and published_on between '2016-01-01' and '2017-12-31' and known_to = 'infinity'
group by grouping sets ((1), (1, kind))
union all
select extract(year from published_on)::int, 'media.mentions', count(*)
from media_mention_fact
where published_on between '2016-01-01' and '2017-12-31' and known_to = 'infinity' group by 1
union all
select year, 'channel.' || channel || '.' || metric, value from channel_statistic_fact where year in (2016, 2017) and known_to = 'infinity'
union all
select year, 'carbon.offset-tonnes', sum(tonnes_co2e) from carbon_offset_fact where year in (2016, 2017) and known_to = 'infinity' group by year;

-- Travel: the length of each route once, in kilometres on a sphere
with route as (
    select extract(year from departed_on)::int as year, traveller_kind, from_iata, to_iata, count(*) as legs
    from travel_leg_fact
    where departed_on between '2016-01-01' and '2017-12-31' and known_to = 'infinity'
    group by 1, 2, 3, 4
)
select year, case traveller_kind when 'TEAM' then 'travel.kilometres.team' else 'travel.kilometres.experts' end as figure,
       round(sum(legs * 2 * 6371.0088 * asin(sqrt(
           sin(radians(there.latitude - here.latitude) / 2) ^ 2
           + cos(radians(here.latitude)) * cos(radians(there.latitude)) * sin(radians(there.longitude - here.longitude) / 2) ^ 2)))::numeric) as value
from route
join bench.airport as here on here.iata = from_iata
join bench.airport as there on there.iata = to_iata
group by year, traveller_kind;

select extract(year from departed_on)::int as year, 'travellers' as figure, count(distinct traveller_key) as value
from travel_leg_fact
where traveller_kind = 'TEAM' and departed_on between '2016-01-01' and '2017-12-31' and known_to = 'infinity'
group by 1;
