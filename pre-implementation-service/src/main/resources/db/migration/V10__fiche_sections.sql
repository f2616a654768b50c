-- A fiche has a logframe with indicators, and budget lines that say what they are made of.
create function pg_temp.settled(content jsonb) returns jsonb language sql as $$
    select content
        || jsonb_build_object('objectiveIndicators', coalesce(content -> 'objectiveIndicators', '[]'))
        || jsonb_build_object('budget', coalesce((
               select jsonb_agg(jsonb_build_object('category', 'OTHER', 'quantity', '1', 'unitCost', line ->> 'amount') || line order by place)
               from jsonb_array_elements(content -> 'budget') with ordinality as lines (line, place)), '[]'))
$$;
update action_fiche set content = pg_temp.settled(content);
update action_fiche_version set content = pg_temp.settled(content);

alter table action_fiche_version add column fiche_version bigint;
comment on column action_fiche_version.fiche_version is
    'The version of the fiche (its ETag) since which this was its content: what somebody had read who changes an older one.';
update action_fiche_version v set fiche_version = saved.version
from (select aggregate_id, version, row_number() over (partition by aggregate_id order by version) as number
      from event_log
      where aggregate_type = 'action-fiche' and type in ('action-fiche-drafted', 'action-fiche-revised')) saved
where saved.aggregate_id = v.fiche_id and saved.number = v.number;
alter table action_fiche_version alter column fiche_version set not null;
create index action_fiche_version_read on action_fiche_version (fiche_id, fiche_version);
