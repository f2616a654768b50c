-- Answers to one question of one audience.
select coalesce(collected_on, date '9999-12-31') as sort_on, id::text as sort_key, 0 as sort_number, year,
       jsonb_build_object(
           'actionCode', action_code, 'activityNumber', activity_number, 'audience', audience, 'question', question,
           'score', score, 'responses', responses, 'collectedOn', collected_on, 'provenance', provenance) as record
from answer(:firstDay, :lastDay, :asOf)
where (coalesce(collected_on, date '9999-12-31'), id::text collate "C") > (:afterOn, :afterKey)
    and audience || '.' || question = any(:codes)
order by coalesce(collected_on, date '9999-12-31'), id::text collate "C"
limit :limit
