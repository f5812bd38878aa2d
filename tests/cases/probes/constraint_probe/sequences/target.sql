CREATE TABLE public.x (id serial PRIMARY KEY, note text);
INSERT INTO public.x (note) VALUES ('z');
CREATE SEQUENCE public.down INCREMENT -5;
SELECT nextval('public.down');
CREATE SEQUENCE public.unused;
