-- The statistic of one channel and metric.
select date '-infinity' as sort_on, channel || '.' || metric as sort_key, 0 as sort_number, year,
       jsonb_build_object(
           'year', year, 'channel', channel, 'metric', metric, 'value', value, 'provenance', provenance) as record
from channel_statistic_fact
where year between extract(year from :firstDay::date) and extract(year from :lastDay::date)
    and known_from <= :asOf and known_to > :asOf
    and channel || '.' || metric > :afterKey
    and channel || '.' || metric = any(:codes)
order by channel || '.' || metric
limit :limit
