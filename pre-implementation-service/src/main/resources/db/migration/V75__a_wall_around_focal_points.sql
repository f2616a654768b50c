-- A transaction shows and changes the focal points of those authorities alone that it names first; who names none sees nobody.
-- A later migration that touches them says: select set_config('mieux.focal_points_of', '*', true);
alter table authority_contact enable row level security;
alter table authority_contact force row level security;
create policy of_whom_the_transaction_named on authority_contact
    using (
        current_setting('mieux.focal_points_of', true) = '*'
        or authority_id::text = any (string_to_array(current_setting('mieux.focal_points_of', true), ',')));
