-- Both are trusted extensions: the owner of the database may create them.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- One configuration per language of the facility, and one that leaves words as they are (for prefixes, names and every
-- other language). Accents fall before stemming, so that "développement" and "developpement" share a stem.
create text search configuration search_english (copy = english);
alter text search configuration search_english alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration search_french (copy = french);
alter text search configuration search_french alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration search_spanish (copy = spanish);
alter text search configuration search_spanish alter mapping for hword, hword_part, word with unaccent, spanish_stem;
create text search configuration search_plain (copy = simple);
alter text search configuration search_plain alter mapping for hword, hword_part, word with unaccent, simple;

-- The parser reads "migration/asylum" as a file, "2009-2015" as a negative number and what follows "<script>" as nothing.
create function search_text(given text) returns text language sql stable parallel safe as $$
    select translate(coalesce(given, ''), '/\-_|@<>&', '         ')
$$;

-- The language of a text is not known for sure (a publication may name several), so every language's stems are kept.
create function search_words(given text) returns tsvector language sql stable parallel safe as $$
    select to_tsvector('search_english', search_text(given)) || to_tsvector('search_french', search_text(given))
        || to_tsvector('search_spanish', search_text(given)) || to_tsvector('search_plain', search_text(given))
$$;

create function search_vector(title text, summary text, labels text, body text) returns tsvector
language sql stable parallel safe as $$
    select setweight(search_words(title), 'A') || setweight(search_words(summary), 'B')
        || setweight(search_words(labels), 'C') || setweight(search_words(body), 'D')
$$;

-- What mistyped words are compared with.
create function search_content(title text, summary text, labels text) returns text
language sql stable parallel safe as $$
    select lower(unaccent(search_text(concat_ws(' ', title, summary, labels))))
$$;

-- One word of a question: its stem in any language, or the word itself, or (unless exact) any word that begins with it.
create function search_word(word text, exact boolean) returns tsquery language sql stable parallel safe as $$
    select plainto_tsquery('search_english', word) || plainto_tsquery('search_french', word)
        || plainto_tsquery('search_spanish', word)
        || case
               when exact or length(word) < 3 then plainto_tsquery('search_plain', word)
               else to_tsquery('search_plain', word || ':*')
           end
$$;

-- All words of a question must occur, but for those that one of the languages leaves out of its stems ("the", "de");
-- a question of nothing else is taken as it stands.
create function search_query(words text[], exact boolean) returns tsquery language plpgsql stable parallel safe as $$
declare
    all_words tsquery := '';
    telling   tsquery := '';
    word      text;
begin
    foreach word in array words loop
        all_words := all_words && plainto_tsquery('search_plain', word);
        if numnode(plainto_tsquery('search_english', word)) > 0 and numnode(plainto_tsquery('search_french', word)) > 0
                and numnode(plainto_tsquery('search_spanish', word)) > 0 then
            telling := telling && search_word(word, exact);
        end if;
    end loop;
    return case when numnode(telling) > 0 then telling else all_words end;
end
$$;

-- A piece of the text with what was found between U+E000 and U+E001, or of the title when only that has it. Any of the
-- words is marked: the rest may stand in the title.
create function search_excerpt(title text, body text, languages text[], query tsquery) returns text
language plpgsql stable parallel safe as $$
declare
    options   constant text := format('StartSel="%s", StopSel="%s", MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "',
                                      U&'\E000', U&'\E001');
    any_word  constant tsquery := replace(query::text, '&', '|')::tsquery;
    spoken    constant text := (select l from unnest(languages) with ordinality as s (l, place)
                                where l in ('en', 'fr', 'es') order by place limit 1);
    stemming  constant regconfig := case spoken when 'fr' then 'search_french'
                                                when 'es' then 'search_spanish' else 'search_english' end::regconfig;
    source    text;
    config    regconfig;
    headline  text;
begin
    foreach source in array array[body, title] loop
        -- Followed by a space it begins no tag, which would be left out.
        source := replace(translate(source, U&'\E000\E001', ''), '<', '< ');
        foreach config in array array[stemming, 'search_plain'::regconfig] loop
            headline := ts_headline(config, source, any_word, options);
            if position(U&'\E000' in headline) > 0 then
                return headline;
            end if;
        end loop;
    end loop;
    return left(case when body = '' then title else body end, 300);
end
$$;

create table publication_search (
    publication_id uuid primary key references publication (id) on delete cascade,
    content        text     not null,
    vector         tsvector not null
);
comment on table publication_search is 'What each publication is found by, written in the transaction that changes the publication.';
create index publication_search_vector on publication_search using gin (vector);
create index publication_search_content on publication_search using gin (content gin_trgm_ops);
