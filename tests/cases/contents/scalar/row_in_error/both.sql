CREATE TABLE public.members (id int PRIMARY KEY, joined text);
INSERT INTO public.members VALUES (1, 'rowsecret');
