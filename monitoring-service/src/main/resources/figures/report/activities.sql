-- Counted Activities and their participants, by everything they are cut by.
select year, region, type, modality, pillar,
       count(*) as records,
       count(*) filter (where provenance = 'illustrative') as illustrative,
       sum(participants_female) as female,
       sum(participants_male) as male,
       sum(participants_other) as other
from counted_activity(:firstDay, :lastDay, :asOf)
group by year, region, type, modality, pillar
