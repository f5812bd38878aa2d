CREATE SCHEMA extensions;
CREATE EXTENSION citext SCHEMA extensions;
CREATE EXTENSION "uuid-ossp" SCHEMA extensions;
CREATE EXTENSION hstore SCHEMA extensions;
CREATE TYPE extensions.word AS (a text);
CREATE TABLE t (id uuid DEFAULT extensions.uuid_generate_v4() PRIMARY KEY, name extensions.citext, tags extensions.hstore,
                labels extensions.citext[], own extensions.word,
                CHECK (name OPERATOR(extensions.<>) 'none'::extensions.citext), CHECK (tags OPERATOR(extensions.<>) ''::extensions.hstore));
-- Named like one of the extension's, which is in the other schema.
CREATE EXTENSION tablefunc SCHEMA extensions;
CREATE TYPE public.tablefunc_crosstab_2 AS (row_name text);
ALTER TABLE t ADD pivoted public.tablefunc_crosstab_2;
