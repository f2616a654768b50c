-- Aliases, focal points, confirmed differences and mergers of authorities; and their search by name.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

alter table authority add column merged_into text references authority (key);
comment on column authority.merged_into is 'Key of the authority that it became part of; such a one is never merged itself. Null for all that go on.';
alter table authority add column merge_reason text;
create index authority_merged on authority (merged_into) where merged_into is not null;
create index authority_of_country on authority (country, id);

create table authority_alias (
    authority_id uuid not null references authority (id),
    id           uuid not null,
    name         text not null,
    language     text,
    primary key (authority_id, id)
);
comment on table authority_alias is 'What else an authority is called: in other languages, documents, of old, and by those that were merged into it.';

create table authority_contact (
    authority_id uuid   not null references authority (id),
    id           uuid   not null,
    name         text   not null,
    function     text,
    email        text,
    phone        text,
    languages    text[] not null,
    primary key (authority_id, id)
);
comment on table authority_contact is 'Focal points. Data of persons: never in events, shown by AuthorityPolicy, each read is noted.';

create table authority_distinction (
    authority_id uuid        not null references authority (id),
    other_id     uuid        not null references authority (id),
    confirmed_by text        not null,
    confirmed_at timestamptz not null,
    primary key (authority_id, other_id)
);
comment on table authority_distinction is 'Somebody has confirmed that these two, though they are called alike, are two.';
create index authority_distinct_from on authority_distinction (other_id);

create trigger audited after insert or update or delete on authority_alias
    for each row execute function audit_change('authority_id');
create trigger audited after insert or update or delete on authority_contact
    for each row execute function audit_change('authority_id');
create trigger audited after insert or update or delete on authority_distinction
    for each row execute function audit_change('authority_id');

-- unaccent is not immutable, for its dictionary can be changed; nobody changes it here.
create function as_searched(name text) returns text language sql immutable strict parallel safe as $$
    select lower(public.unaccent('public.unaccent'::regdictionary, name))
$$;
comment on function as_searched(text) is 'A name without accents and capitals.';
create index authority_name_searched on authority using gin (as_searched(name) gin_trgm_ops);
create index authority_alias_searched on authority_alias using gin (as_searched(name) gin_trgm_ops);

-- The setting below is one of the library's, which is loaded when it is first used.
select similarity('a', 'b');
create function authorities_called(asked text) returns setof uuid language sql stable parallel safe
    set pg_trgm.word_similarity_threshold = 0.5 as $$
    select id from authority where as_searched(asked) <% as_searched(name)
    union
    select authority_id from authority_alias where as_searched(asked) <% as_searched(name)
$$;
comment on function authorities_called(text) is 'Whose name, or one of whose aliases, has a part that is spelt like this; slips of the pen are passed over.';
