CREATE TABLE public.t (id integer);
CREATE FUNCTION public.refuse() RETURNS void LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'on the source' USING ERRCODE = '23514', CONSTRAINT = 'c'; END $$;
