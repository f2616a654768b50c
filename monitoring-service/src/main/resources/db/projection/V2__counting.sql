-- What counts. Each rule of the figure catalogue that more than one statement needs is written once, as a function that
-- PostgreSQL inlines into the statement around it (plain SQL, stable, one select), so it costs nothing.

-- A counted Activity: delivered, and started within the days asked for. Region, pillar, countries and organisation are its Action's.
create function counted_activity(first_day date, last_day date, as_known_at timestamptz)
returns table (
    year integer,
    starts_on date,
    ends_on date,
    action_code text,
    number integer,
    title text,
    type text,
    modality text,
    country text,
    city text,
    region text,
    pillar text,
    beneficiary_countries text[],
    action_countries text[],
    regional_organisation text,
    participants_female integer,
    participants_male integer,
    participants_other integer,
    provenance text
)
language sql stable parallel safe
as $$
    select extract(year from activity.starts_on)::integer, activity.starts_on, activity.ends_on,
           activity.action_code, activity.number, activity.title, activity.type, activity.modality,
           activity.country, activity.city, action.region, action.pillar,
           activity.beneficiary_countries, coalesce(action.countries, '{}'), action.regional_organisation,
           coalesce(activity.participants_female, 0), coalesce(activity.participants_male, 0),
           coalesce(activity.participants_other, 0), activity.provenance
    from activity_fact as activity
    left join action_fact as action
        on action.code = activity.action_code
        and action.known_from <= as_known_at and action.known_to > as_known_at
    where activity.status = 'DELIVERED'
        and activity.starts_on between first_day and last_day
        and activity.known_from <= as_known_at and activity.known_to > as_known_at
$$;

-- An engagement: a deployment that was at least accepted, to an Activity that was delivered and started by the last day.
create function engagement(last_day date, as_known_at timestamptz)
returns table (
    expert_key text,
    activity_starts_on date,
    starts_on date,
    action_code text,
    activity_number integer,
    role text,
    category text,
    background text,
    provenance text
)
language sql stable parallel safe
as $$
    select deployment.expert_key, activity.starts_on, deployment.starts_on, deployment.action_code,
           deployment.activity_number, deployment.role, deployment.category, deployment.background, deployment.provenance
    from deployment_fact as deployment
    join activity_fact as activity
        on activity.action_code = deployment.action_code
        and activity.number = deployment.activity_number
    where deployment.status in ('ACCEPTED', 'CONTRACTED', 'DEPLOYED', 'COMPLETED')
        and deployment.known_from <= as_known_at and deployment.known_to > as_known_at
        and activity.status = 'DELIVERED'
        and activity.starts_on <= last_day
        and activity.known_from <= as_known_at and activity.known_to > as_known_at
$$;

-- The experts ever deployed up to the last day: one row for each expert and year since the first day, and one without a year for
-- those deployed before only. Category and background are as on the year's first engagement. An expert's year is
-- illustrative when nothing but illustrative deployments fills it; true_debut is the first year with another one.
create function deployed_expert(first_day date, last_day date, as_known_at timestamptz)
returns table (
    expert_key text,
    year integer,
    debut integer,
    true_debut integer,
    gender text,
    category text,
    background text,
    starts_on date,
    action_code text,
    activity_number integer,
    role text,
    illustrative boolean
)
language sql stable parallel safe
as $$
    with engagement as (
        select extract(year from activity_starts_on)::integer as year, engagement.*,
               provenance is not distinct from 'illustrative' as illustrative
        from engagement(last_day, as_known_at) as engagement
    ),
    expert as (
        select expert_key, min(year) as debut, min(year) filter (where not illustrative) as true_debut
        from engagement
        group by expert_key
    ),
    first_of_year as (
        select distinct on (year, expert_key)
               year, expert_key, category, background, starts_on, action_code, activity_number, role,
               bool_and(illustrative) over (partition by year, expert_key) as illustrative
        from engagement
        where activity_starts_on >= first_day
        order by year, expert_key, starts_on nulls last, action_code, activity_number
    )
    select expert.expert_key, first_of_year.year, expert.debut, expert.true_debut, rostered.gender,
           first_of_year.category, first_of_year.background, first_of_year.starts_on, first_of_year.action_code,
           first_of_year.activity_number, first_of_year.role, first_of_year.illustrative
    from expert
    left join first_of_year on first_of_year.expert_key = expert.expert_key
    left join expert_fact as rostered
        on rostered.key = expert.expert_key
        and rostered.known_from <= as_known_at and rostered.known_to > as_known_at
$$;

-- How long a launch took. The days on which the request was on hold extend the three months, as the fast-response clock
-- stands still; what is known of a hold is when the request's versions that say so became known.
create function response(first_day date, last_day date, as_known_at timestamptz)
returns table (
    year integer,
    action_code text,
    name text,
    submitted_on date,
    launched_on date,
    days integer,
    paused_days integer,
    within_three_months boolean,
    illustrative boolean
)
language sql stable parallel safe
as $$
    select extract(year from action.launched_on)::integer, action.code, action.name,
           request.submitted_on, action.launched_on,
           action.launched_on - request.submitted_on,
           pause.days,
           action.launched_on <= (request.submitted_on + interval '3 months')::date + pause.days,
           action.provenance is not distinct from 'illustrative'
               or request.provenance is not distinct from 'illustrative'
    from action_fact as action
    join request_fact as request
        on request.reference = action.code
        and request.known_from <= as_known_at and request.known_to > as_known_at
    cross join lateral (
        select coalesce(sum(greatest(0,
                   least((least(held.known_to, as_known_at) at time zone 'UTC')::date, action.launched_on)
                   - greatest((held.known_from at time zone 'UTC')::date, request.submitted_on))), 0)::integer as days
        from request_fact held
        where held.id = request.id and held.status = 'ON_HOLD' and held.known_from <= as_known_at
    ) pause
    where action.launched_on between first_day and last_day
        and action.known_from <= as_known_at and action.known_to > as_known_at
        and request.submitted_on is not null
$$;

-- The answers that count: those about a counted Activity, and those about a whole Action collected within the days.
create function answer(first_day date, last_day date, as_known_at timestamptz)
returns table (
    year integer,
    id uuid,
    action_code text,
    activity_number integer,
    audience text,
    question text,
    score integer,
    responses integer,
    collected_on date,
    provenance text
)
language sql stable parallel safe
as $$
    select extract(year from activity.starts_on)::integer,
           evaluation.id, evaluation.action_code, evaluation.activity_number, evaluation.audience,
           evaluation.question, evaluation.score, evaluation.responses, evaluation.collected_on, evaluation.provenance
    from evaluation_fact as evaluation
    join activity_fact as activity
        on activity.action_code = evaluation.action_code
        and activity.number = evaluation.activity_number
    where evaluation.known_from <= as_known_at and evaluation.known_to > as_known_at
        and activity.status = 'DELIVERED'
        and activity.starts_on between first_day and last_day
        and activity.known_from <= as_known_at and activity.known_to > as_known_at
    union all
    select extract(year from collected_on)::integer,
           id, action_code, activity_number, audience, question, score, responses, collected_on, provenance
    from evaluation_fact
    where activity_number is null
        and collected_on between first_day and last_day
        and known_from <= as_known_at and known_to > as_known_at
$$;
