-- red: required_indexes
-- One index is missing.
DROP INDEX public.verdict_events_domain_idx;
