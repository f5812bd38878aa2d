CREATE TABLE public.words (name text COLLATE "C", id int PRIMARY KEY);
INSERT INTO public.words VALUES ('cherry', 3), ('apple', 1), ('Banana', 2);
CREATE INDEX ON public.words (name DESC);
