-- Numbers that a portfolio brings in are not allotted again.
grant select, update on sequence expert_number to "${serving}";
