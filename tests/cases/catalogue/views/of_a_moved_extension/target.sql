CREATE SCHEMA extensions;
CREATE EXTENSION pg_buffercache SCHEMA extensions;
CREATE TABLE public.pg_buffercache (bufferid integer);
CREATE VIEW reads_the_extensions AS SELECT count(*) AS n FROM extensions.pg_buffercache;
CREATE VIEW reads_another AS SELECT count(*) AS n FROM public.pg_buffercache;
