CREATE TABLE public.words (id int PRIMARY KEY, name text COLLATE "en-x-icu");
INSERT INTO public.words VALUES (1, 'apple'), (2, 'Banana'), (3, 'cherry');
