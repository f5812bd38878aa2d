SELECT max(joined::date) FROM public.members
