-- Channel statistics, as stated for each year.
select year, channel, metric, value, provenance is not distinct from 'illustrative' as illustrative
from channel_statistic_fact
where year between :firstYear and :lastYear
    and known_from <= :asOf and known_to > :asOf
