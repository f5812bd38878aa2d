CREATE SEQUENCE code_no;
CREATE FUNCTION next_code() RETURNS text LANGUAGE plpgsql
AS $$ BEGIN RETURN 'CLI' || lpad(nextval('public.code_no')::text, 5, '0'); END $$;
CREATE TABLE t (id serial PRIMARY KEY, code text NOT NULL UNIQUE);
