CREATE SCHEMA moved;
CREATE TABLE moved.t (id integer);
CREATE FUNCTION public.refuse() RETURNS void LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'on the target' USING ERRCODE = '23514', CONSTRAINT = 'c'; END $$;
