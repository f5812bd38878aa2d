SELECT id FROM public.orders WHERE id = 1;
VACUUM public.orders;
