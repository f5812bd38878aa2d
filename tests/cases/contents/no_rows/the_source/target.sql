UPDATE public.members SET team = 7 WHERE id = 2;
UPDATE public.members SET team = NULL WHERE id = 3;
