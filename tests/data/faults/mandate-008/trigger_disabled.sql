-- red: triggers_enabled
-- The trigger is there and does nothing. No probe writes to audit_entries.
ALTER TABLE public.audit_entries DISABLE TRIGGER audit_entries_scope_id_prefix;
