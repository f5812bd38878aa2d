-- red: column_types
-- A scope's name has a length again. audit_entries is the table on which nothing else hangs.
ALTER TABLE public.audit_entries ALTER COLUMN scope_id TYPE varchar(200);
