-- red: domain_id_gone
-- One table still has its surrogate key.
ALTER TABLE public.mandates ADD COLUMN domain_id uuid;
