-- Two rules of V2 put right.

-- An expert whose row on the roster is illustrative is nobody in particular, so every year of hers is illustrative, whoever
-- says that she was deployed. Otherwise an expert's year is illustrative when nothing but illustrative deployments fills it, and
-- true_debut is the first year with another one.
create or replace function deployed_expert(first_day date, last_day date, as_known_at timestamptz)
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
    select expert.expert_key, first_of_year.year, expert.debut,
           case when rostered.provenance is distinct from 'illustrative' then expert.true_debut end,
           rostered.gender, first_of_year.category, first_of_year.background, first_of_year.starts_on,
           first_of_year.action_code, first_of_year.activity_number, first_of_year.role,
           first_of_year.illustrative or rostered.provenance is not distinct from 'illustrative'
    from expert
    left join first_of_year on first_of_year.expert_key = expert.expert_key
    left join expert_fact as rostered
        on rostered.key = expert.expert_key
        and rostered.known_from <= as_known_at and rostered.known_to > as_known_at
$$;

-- A hold is over, at the latest, when it is known that the Action is launched. Otherwise a request that was imported as on hold
-- would hold up an Action that is to be launched after the day of the import.
create or replace function response(first_day date, last_day date, as_known_at timestamptz)
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
                   least((least(held.known_to, action.known_from, as_known_at) at time zone 'UTC')::date, action.launched_on)
                   - greatest((held.known_from at time zone 'UTC')::date, request.submitted_on))), 0)::integer as days
        from request_fact held
        where held.id = request.id and held.status = 'ON_HOLD' and held.known_from <= as_known_at
    ) pause
    where action.launched_on between first_day and last_day
        and action.known_from <= as_known_at and action.known_to > as_known_at
        and request.submitted_on is not null
$$;
