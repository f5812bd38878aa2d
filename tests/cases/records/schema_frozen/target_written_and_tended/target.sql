INSERT INTO public.orders VALUES (1, 'a');
CREATE ROLE schema_frozen_reader;
GRANT SELECT ON public.orders TO schema_frozen_reader;
REINDEX TABLE public.orders;
ANALYZE public.orders;
