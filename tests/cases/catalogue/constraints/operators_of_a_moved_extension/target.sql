CREATE SCHEMA extensions;
CREATE EXTENSION citext SCHEMA extensions;
CREATE EXTENSION "uuid-ossp" SCHEMA extensions;
CREATE EXTENSION hstore SCHEMA extensions;
CREATE TYPE word AS (a text);
CREATE TABLE t (id uuid DEFAULT extensions.uuid_generate_v4() PRIMARY KEY, name extensions.citext, tags extensions.hstore,
                labels extensions.citext[], own public.word,
                CHECK (name OPERATOR(extensions.<>) 'none'::extensions.citext), CHECK (tags OPERATOR(extensions.<>) ''::extensions.hstore));
