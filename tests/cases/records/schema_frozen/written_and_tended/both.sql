CREATE TABLE public.orders (id int PRIMARY KEY, note text DEFAULT 'none');
CREATE INDEX orders_note ON public.orders (note);
CREATE TABLE public.visits (at timestamptz);
CREATE TYPE public.state AS ENUM ('open', 'closed');
CREATE FUNCTION public.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW public.noted AS SELECT id FROM public.orders WHERE note <> 'none';
