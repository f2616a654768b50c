create collation reading_order (provider = icu, locale = 'und-u-kn');
comment on collation reading_order is 'As people read: accents beside their letter, 2 before 10.';

-- One for each way in which a list can be sorted; read backwards for the other way round.
create index publication_by_key on publication (left(key, 200) collate reading_order, id);
create index publication_by_title on publication (left(title, 200) collate reading_order, id);
create index media_mention_by_key on media_mention (left(key, 200) collate reading_order, id);
create index media_mention_by_outlet on media_mention (left(outlet, 200) collate reading_order, id);
create index media_mention_by_title on media_mention (left(title, 200) collate reading_order, id);
create index media_mention_by_day on media_mention (published_on, id);
create index channel_statistic_by_key on channel_statistic (left(key, 200) collate reading_order, id);

-- What these two were for is done by the last of the indexes above.
alter table media_mention drop column sort_day;
drop index channel_statistic_listed;
