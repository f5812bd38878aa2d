CREATE TABLE public.words (id int PRIMARY KEY, name text);
