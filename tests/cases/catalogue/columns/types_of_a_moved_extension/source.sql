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

-- More that extensions have: a type, a collation and a text search configuration.
CREATE EXTENSION ltree SCHEMA public;
CREATE COLLATION public.words (lc_collate = 'C', lc_ctype = 'C');
ALTER EXTENSION ltree ADD COLLATION public.words;
CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = pg_catalog.default);
ALTER EXTENSION ltree ADD TEXT SEARCH CONFIGURATION public.search;
-- A function of users has a name of the extension's in another schema, and one only depends on it.
CREATE SCHEMA app;
CREATE FUNCTION app.akeys(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION public.after_hstore(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
ALTER FUNCTION public.after_hstore(integer) DEPENDS ON EXTENSION hstore;
-- What an extension has in another schema stays there.
CREATE FUNCTION app.of_ltree(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
ALTER EXTENSION ltree ADD FUNCTION app.of_ltree(integer);
ALTER TABLE t ADD path public.lquery, ADD word text COLLATE public.words,
              ADD found tsvector GENERATED ALWAYS AS (to_tsvector('public.search', 'a')) STORED,
              ADD key integer DEFAULT app.akeys(1), ADD after integer DEFAULT public.after_hstore(1),
              ADD staying integer DEFAULT app.of_ltree(1);
