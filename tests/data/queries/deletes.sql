DELETE FROM public.members RETURNING id
