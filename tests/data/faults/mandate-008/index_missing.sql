-- red: required_indexes
-- One index was not made.
DROP INDEX public.verdict_events_domain_idx;
