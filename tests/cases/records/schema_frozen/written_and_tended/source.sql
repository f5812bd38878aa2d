CREATE TABLE public.orders (id int PRIMARY KEY, note text DEFAULT 'none');
CREATE INDEX orders_note ON public.orders (note);
CREATE TABLE public.visits (at timestamptz);
CREATE TYPE public.state AS ENUM ('open', 'closed');
CREATE FUNCTION public.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW public.noted AS SELECT id FROM public.orders WHERE note <> 'none';

INSERT INTO public.orders VALUES (1, 'a'), (2, 'b');
CREATE ROLE schema_frozen_reader;
GRANT SELECT ON public.orders TO schema_frozen_reader;
COMMENT ON TABLE public.orders IS 'what customers want';
ANALYZE public.orders;
REINDEX TABLE public.orders;
TRUNCATE public.visits;
