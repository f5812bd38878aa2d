-- red: triggers_enabled
-- The trigger exists, but is disabled. No probe writes to audit_entries.
ALTER TABLE public.audit_entries DISABLE TRIGGER audit_entries_scope_id_prefix;
