CREATE SCHEMA extensions;
CREATE EXTENSION citext SCHEMA extensions;
CREATE EXTENSION "uuid-ossp" SCHEMA extensions;
CREATE EXTENSION hstore SCHEMA extensions;
CREATE TYPE word AS (a text);
CREATE TABLE t (id uuid DEFAULT extensions.uuid_generate_v4() PRIMARY KEY, name extensions.citext, tags extensions.hstore,
                labels extensions.citext[], own public.word,
                CHECK (name OPERATOR(extensions.<>) 'none'::extensions.citext), CHECK (tags OPERATOR(extensions.<>) ''::extensions.hstore));

-- A function of users has the name of one of the extension's, and an operator too.
CREATE FUNCTION public.akeys(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE OPERATOR public.?& (FUNCTION = int4mul, LEFTARG = integer, RIGHTARG = integer);
ALTER TABLE t ADD keys text[] GENERATED ALWAYS AS (extensions.akeys(tags)) STORED,
              ADD number integer DEFAULT public.akeys(1 OPERATOR(public.?&) 2),
              ADD CHECK (tags OPERATOR(extensions.?&) '{a}'::text[] OR tags IS NULL);
