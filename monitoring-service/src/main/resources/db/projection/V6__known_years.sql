-- Which years anything is known of, for the list of reports: one look into an index for each kind of fact and year, however many facts
-- a year holds. Answers about an Activity belong to its year, so only those about a whole Action are looked for; so do deployments.
create index action_fact_by_completion on action_fact (completed_on) where status = 'COMPLETED';
create index carbon_offset_fact_by_year on carbon_offset_fact (year);

-- The latest year, from the first day to the last, into which a record falls that figures count; null when there is none. The
-- settings hold it to the indexes: while the statistics do not know yet of a large import, the planner thinks that there is next to
-- nothing to sort, and sorts all of it for every year (10 seconds with 1,000,000 Activities, instead of 20 milliseconds).
create function latest_known_year(first_day date, last_day date)
returns integer
language sql stable parallel safe
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
    select greatest(
        extract(year from greatest(
            (select submitted_on from request_fact
             where known_to = 'infinity' and submitted_on between first_day and last_day
             order by submitted_on desc limit 1),
            (select launched_on from action_fact
             where known_to = 'infinity' and launched_on between first_day and last_day
             order by launched_on desc limit 1),
            (select completed_on from action_fact
             where known_to = 'infinity' and status = 'COMPLETED' and completed_on between first_day and last_day
             order by completed_on desc limit 1),
            (select starts_on from activity_fact
             where known_to = 'infinity' and status = 'DELIVERED' and starts_on between first_day and last_day
             order by starts_on desc limit 1),
            (select handed_over_on from deliverable_fact
             where known_to = 'infinity' and status = 'HANDED_OVER' and handed_over_on between first_day and last_day
             order by handed_over_on desc limit 1),
            (select registered_on from expert_fact
             where known_to = 'infinity' and registered_on between first_day and last_day
             order by registered_on desc limit 1),
            (select collected_on from evaluation_fact
             where known_to = 'infinity' and activity_number is null and collected_on between first_day and last_day
             order by collected_on desc limit 1),
            (select published_on from publication_fact
             where known_to = 'infinity' and status = 'PUBLISHED' and published_on between first_day and last_day
             order by published_on desc limit 1),
            (select published_on from media_mention_fact
             where known_to = 'infinity' and published_on between first_day and last_day
             order by published_on desc limit 1),
            (select departed_on from travel_leg_fact
             where known_to = 'infinity' and departed_on between first_day and last_day
             order by departed_on desc limit 1)
        ))::integer,
        (select year from channel_statistic_fact
         where known_to = 'infinity' and year between extract(year from first_day)::integer and extract(year from last_day)::integer
         order by year desc limit 1),
        (select year from carbon_offset_fact
         where known_to = 'infinity' and year between extract(year from first_day)::integer and extract(year from last_day)::integer
         order by year desc limit 1))
$$;
