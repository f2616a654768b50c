create collation reading_order (provider = icu, locale = 'und-u-kn');
comment on collation reading_order is 'As people read: accents beside their letter, 2 before 10.';
create index shoe_by_name on shoe (left(name, 200) collate reading_order, id);
create index shoe_by_pairs on shoe (pairs, id);
