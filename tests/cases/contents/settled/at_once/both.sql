CREATE TABLE public.words (id int PRIMARY KEY, name text);
INSERT INTO public.words VALUES (1, 'apple');
