CREATE SCHEMA extensions;
CREATE EXTENSION citext;
CREATE EXTENSION "uuid-ossp";
CREATE EXTENSION hstore;
CREATE TYPE word AS (a text);
CREATE TABLE t (id uuid DEFAULT public.uuid_generate_v4() PRIMARY KEY, name public.citext, tags public.hstore,
                labels public.citext[], own public.word,
                CHECK (name OPERATOR(public.<>) 'none'::public.citext), CHECK (tags OPERATOR(public.<>) ''::public.hstore));
CREATE EXTENSION tablefunc;
ALTER TABLE t ADD pivoted public.tablefunc_crosstab_2;
