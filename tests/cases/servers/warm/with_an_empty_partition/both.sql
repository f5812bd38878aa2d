CREATE EXTENSION pg_buffercache;
CREATE TABLE public.parted (id int) PARTITION BY RANGE (id);
CREATE TABLE public.parted_a PARTITION OF public.parted FOR VALUES FROM (0) TO (10);
CREATE TABLE public.parted_b PARTITION OF public.parted FOR VALUES FROM (10) TO (20);
