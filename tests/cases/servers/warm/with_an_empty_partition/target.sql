INSERT INTO public.parted VALUES (1);
