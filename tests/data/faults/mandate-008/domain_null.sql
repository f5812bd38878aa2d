-- red: null_domains not_null
-- One entry without a domain, which nothing forbids any more. It has no scope, whose prefix would
-- give it away as well; a NULL has no foreign key to offend.
ALTER TABLE public.audit_entries ALTER COLUMN domain DROP NOT NULL;
ALTER TABLE public.audit_entries DISABLE TRIGGER audit_entries_append_only;
UPDATE public.audit_entries SET domain = NULL
WHERE entry_id = (SELECT min(a.entry_id) FROM public.audit_entries AS a WHERE a.scope_id IS NULL);
ALTER TABLE public.audit_entries ENABLE TRIGGER audit_entries_append_only;
