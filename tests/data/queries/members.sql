SELECT count(*) FROM public.members
