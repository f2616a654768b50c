-- What changed says of which row it is: of a part of a record (one condition of several), whose id is not the record's, the columns
-- of the primary key are kept with those that changed. They are looked up at each change: of an index that is in the cache of the
-- session anyway this costs less than a hundredth of a millisecond, and nothing has to be said, or kept in step, for each table.
create or replace function audit_change() returns trigger language plpgsql
security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    was jsonb := to_jsonb(old);
    becomes jsonb := to_jsonb(new);
    record_id uuid := coalesce(becomes, was) ->> tg_argv[0];
    row_before jsonb := was;
    row_after jsonb := becomes;
    part text;
begin
    if tg_op = 'UPDATE' then
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, n.value) into was, becomes
        from jsonb_each(was) o join jsonb_each(becomes) n using (key)
        where o.value is distinct from n.value;
        if was is null then
            return null;
        end if;
        if tg_argv[0] <> 'id' then
            for part in
                select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indrelid = tg_relid and i.indisprimary and a.attname <> tg_argv[0]
            loop
                was := was || jsonb_build_object(part, row_before -> part);
                becomes := becomes || jsonb_build_object(part, row_after -> part);
            end loop;
        end if;
    end if;
    insert into record_change (table_name, record_id, before, after, digest)
    values (tg_table_name, record_id, was, becomes,
            sha256(convert_to(concat_ws(' -> ', coalesce(was::text, '-'), coalesce(becomes::text, '-')), 'UTF8')));
    return null;
end $$;
comment on table record_change is
    'Append-only: the columns that a change changed, before and after, and which row of a record''s part it was (its primary key); of a new row all of them. Only the values may be erased, where a person asks for it: the digest stays.';
