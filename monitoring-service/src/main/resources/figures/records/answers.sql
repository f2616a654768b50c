-- Answers to one question of one audience. Their order, which cursors show, tells nothing of when and where they were given.
select date '-infinity' as sort_on, md5(id::text) as sort_key, 0 as sort_number, year,
       jsonb_build_object(
           'actionCode', action_code, 'activityNumber', activity_number, 'audience', audience, 'question', question,
           'score', score, 'responses', responses, 'collectedOn', collected_on, 'provenance', provenance) as record
from answer(:firstDay, :lastDay, :asOf)
where md5(id::text) collate "C" > :afterKey
    and audience || '.' || question = any(:codes)
order by md5(id::text) collate "C"
limit :limit
