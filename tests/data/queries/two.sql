SELECT 1; DELETE FROM public.members
