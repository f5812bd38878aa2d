CREATE TABLE public.late AS SELECT generate_series(1, 1000) AS n;
