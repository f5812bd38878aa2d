CREATE TABLE public.teams (id int PRIMARY KEY);
CREATE TABLE public.members (id int PRIMARY KEY, team int);
INSERT INTO public.teams VALUES (1);
INSERT INTO public.members VALUES (1, 1), (2, 7), (3, NULL);
