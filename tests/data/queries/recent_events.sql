SELECT count(*) FROM public.events WHERE id >= 100
