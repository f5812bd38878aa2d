SELECT w.id, w.name FROM public.words AS w ORDER BY w.name, w.id
