-- red: foreign_keys
-- The foreign key is NOT VALID: it was checked only for new rows.
ALTER TABLE public.verdict_events DROP CONSTRAINT verdict_events_domain_fkey;
ALTER TABLE public.verdict_events ADD CONSTRAINT verdict_events_domain_fkey
  FOREIGN KEY (organization_id, domain) REFERENCES public.domains (organization_id, domain)
  NOT VALID;
