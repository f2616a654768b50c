-- Counted Activities, in order of their start.
select starts_on as sort_on, action_code as sort_key, number as sort_number, year,
       jsonb_build_object(
           'actionCode', action_code, 'number', number, 'title', title, 'type', type, 'modality', modality,
           'startsOn', starts_on, 'endsOn', ends_on, 'region', region, 'pillar', pillar,
           'country', country, 'city', city,
           'beneficiaryCountries', case when beneficiary_countries = '{}' then action_countries else beneficiary_countries end,
           'participantsFemale', participants_female, 'participantsMale', participants_male,
           'participantsOther', participants_other, 'provenance', provenance) as record
from counted_activity(:firstDay, :lastDay, :asOf)
where (starts_on, action_code, number) > (:afterOn, :afterKey, :afterNumber)
    and (:dimension::text is null or case :dimension::text
            when 'region' then region
            when 'type' then type
            when 'modality' then modality
            when 'pillar' then pillar
        end = any(:codes))
order by starts_on, action_code, number
limit :limit
