CREATE EXTENSION pg_buffercache;
CREATE TABLE public.empty (id int PRIMARY KEY);
CREATE TABLE public.parted (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE public.empty_parts (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE public.empty_part PARTITION OF public.empty_parts FOR VALUES FROM (0) TO (10);
CREATE VIEW public.seen AS SELECT 1 AS one;
