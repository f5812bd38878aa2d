CREATE VIEW public.noted AS SELECT 1 AS one;
