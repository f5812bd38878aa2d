CREATE EXTENSION pg_buffercache;
SELECT * FROM public.totals;
