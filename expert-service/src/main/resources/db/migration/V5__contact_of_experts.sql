alter table expert add column email text, add column phone text;
comment on column expert.email is 'With the phone, her contact: shown to few, never told to other services.';
