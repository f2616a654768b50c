-- Answers, by audience and question.
select year, audience, question,
       sum(responses) as responses,
       coalesce(sum(responses) filter (where score >= 4), 0) as good,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative
from answer(:firstDay, :lastDay, :asOf)
group by year, audience, question
