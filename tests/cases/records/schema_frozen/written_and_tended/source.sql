INSERT INTO public.orders VALUES (1, 'a'), (2, 'b');
CREATE ROLE schema_frozen_reader;
GRANT SELECT ON public.orders TO schema_frozen_reader;
COMMENT ON TABLE public.orders IS 'what customers want';
ANALYZE public.orders;
REINDEX TABLE public.orders;
TRUNCATE public.visits;
