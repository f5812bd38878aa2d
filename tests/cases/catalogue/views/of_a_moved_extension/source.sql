CREATE EXTENSION pg_buffercache;
CREATE VIEW reads_the_extensions AS SELECT count(*) AS n FROM public.pg_buffercache;
CREATE VIEW reads_another AS SELECT count(*) AS n FROM public.pg_buffercache;
