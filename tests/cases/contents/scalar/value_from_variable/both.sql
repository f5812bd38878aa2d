CREATE TABLE public.teams (id int PRIMARY KEY);
CREATE TABLE public.members (id int PRIMARY KEY, team int);
INSERT INTO public.teams VALUES (1), (2);
INSERT INTO public.members VALUES (1, 1), (2, 2), (3, 1);
