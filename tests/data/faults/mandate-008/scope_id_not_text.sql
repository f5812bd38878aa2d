-- red: column_types
-- The type of a scope's name has a length again. No other table references audit_entries.
ALTER TABLE public.audit_entries ALTER COLUMN scope_id TYPE varchar(200);
