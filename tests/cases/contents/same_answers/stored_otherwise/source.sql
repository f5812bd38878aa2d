CREATE TABLE public.words (id int PRIMARY KEY, name text COLLATE "C");
INSERT INTO public.words VALUES (1, 'apple'), (2, 'Banana'), (3, 'cherry');
