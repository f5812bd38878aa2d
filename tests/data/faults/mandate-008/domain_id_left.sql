-- red: domain_id_gone
-- One table keeps its surrogate.
ALTER TABLE public.mandates ADD COLUMN domain_id uuid;
