-- red: null_domains not_null
-- One entry has no domain, because the column isn't NOT NULL any more. The entry has no scope either;
-- otherwise the prefix check would fail too. A foreign key doesn't check NULL.
ALTER TABLE public.audit_entries ALTER COLUMN domain DROP NOT NULL;
ALTER TABLE public.audit_entries DISABLE TRIGGER audit_entries_append_only;
UPDATE public.audit_entries SET domain = NULL
WHERE entry_id = (SELECT min(a.entry_id) FROM public.audit_entries AS a WHERE a.scope_id IS NULL);
ALTER TABLE public.audit_entries ENABLE TRIGGER audit_entries_append_only;
