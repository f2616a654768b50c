-- Answers to one question of one audience.
select collected_on as sort_on, id::text as sort_key, 0 as sort_number, year,
       jsonb_build_object(
           'actionCode', action_code, 'activityNumber', activity_number, 'audience', audience, 'question', question,
           'score', score, 'responses', responses, 'collectedOn', collected_on, 'provenance', provenance) as record
from answer(:firstDay, :lastDay, :asOf)
where (collected_on, id::text collate "C") > (:afterOn, :afterKey)
    and audience || '.' || question = any(:codes)
order by collected_on, id::text collate "C"
limit :limit
