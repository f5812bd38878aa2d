DELETE FROM public.t WHERE id = 3;
