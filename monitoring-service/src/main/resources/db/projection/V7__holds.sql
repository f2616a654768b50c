-- Since when and until when a request was on hold is told by the request itself, and may be corrected afterwards. A hold that lasts is
-- over, at the latest, when it is known that the Action is launched: a request that was imported as on hold would hold up an
-- Action that is to be launched after the day of the import.
alter table request_fact add column holds jsonb;
comment on column request_fact.holds is 'Each time that it was on hold: since and until, which is null as long as it lasts.';

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
                   least(coalesce((hold ->> 'until')::date, (least(action.known_from, as_known_at) at time zone 'UTC')::date),
                       action.launched_on)
                   - greatest((hold ->> 'since')::date, request.submitted_on))), 0)::integer as days
        from jsonb_array_elements(coalesce(request.holds, '[]')) as hold
    ) pause
    where action.launched_on between first_day and last_day
        and action.known_from <= as_known_at and action.known_to > as_known_at
        and request.submitted_on is not null
$$;
