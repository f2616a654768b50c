-- An empty cell of a portfolio means unknown. Mentions of an unknown day come last.
alter table media_mention drop column sort_day;
alter table media_mention alter column published_on drop not null;
alter table media_mention
    add column sort_day int not null
        generated always as (coalesce(published_on, date '0001-01-01') - date '1970-01-01') stored;
create index media_mention_listed on media_mention (sort_day desc, id desc);
