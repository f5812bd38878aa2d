CREATE SCHEMA extensions;
CREATE EXTENSION citext;
CREATE EXTENSION "uuid-ossp";
CREATE EXTENSION hstore;
CREATE TYPE word AS (a text);
CREATE TABLE t (id uuid DEFAULT public.uuid_generate_v4() PRIMARY KEY, name public.citext, tags public.hstore,
                labels public.citext[], own public.word,
                CHECK (name OPERATOR(public.<>) 'none'::public.citext), CHECK (tags OPERATOR(public.<>) ''::public.hstore));

-- A function of users has the name of one of the extension's, and an operator too.
CREATE FUNCTION public.akeys(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE OPERATOR public.?& (FUNCTION = int4mul, LEFTARG = integer, RIGHTARG = integer);
ALTER TABLE t ADD keys text[] GENERATED ALWAYS AS (public.akeys(tags)) STORED,
              ADD number integer DEFAULT public.akeys(1 OPERATOR(public.?&) 2),
              ADD CHECK (tags OPERATOR(public.?&) '{a}'::text[] OR tags IS NULL);
