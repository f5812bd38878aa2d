CREATE SCHEMA app;
CREATE TYPE app.kind AS ENUM ('small', 'large');
CREATE TABLE app.limits (value int);
INSERT INTO app.limits VALUES (10);
CREATE FUNCTION app.kind_of(n int) RETURNS text LANGUAGE plpgsql IMMUTABLE
AS $$ BEGIN RETURN CASE WHEN n > (SELECT value FROM limits) THEN 'large' ELSE 'small' END::kind; END $$;
CREATE TABLE t (id int PRIMARY KEY, n int CHECK (app.kind_of(n) <> ''));
SET LOCAL search_path = app;
CREATE UNIQUE INDEX ON public.t (app.kind_of(n), id);
INSERT INTO public.t SELECT g, g FROM generate_series(1, 20) AS g;
ALTER DATABASE gate_case SET search_path = app, public;
