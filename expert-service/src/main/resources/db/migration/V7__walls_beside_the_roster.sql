-- What stands elsewhere of experts, behind the same wall: what was changed of them, and answers that are kept for a day. A
-- connection that has not said for whom it works reads neither.
alter table record_change enable row level security;
alter table record_change force row level security;
create policy is_kept on record_change for insert with check (true);
create policy of_whom_one_works_for on record_change
    using (table_name <> 'expert' or current_setting('mieux.experts', true) = '*');
alter table kept_answer enable row level security;
alter table kept_answer force row level security;
create policy is_kept on kept_answer for insert with check (true);
create policy of_one_who_works_for_somebody on kept_answer
    using (current_setting('mieux.experts', true) is not null);
