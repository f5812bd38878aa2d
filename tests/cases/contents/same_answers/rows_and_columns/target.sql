DELETE FROM public.words WHERE id = 3;
