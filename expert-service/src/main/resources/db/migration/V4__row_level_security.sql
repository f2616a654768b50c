-- A later migration that touches experts first says: select set_config('mieux.experts', '*', true);
alter table expert enable row level security;
alter table expert force row level security;
create policy of_whom_one_works_for on expert
    using (current_setting('mieux.experts', true) in ('*', key));
