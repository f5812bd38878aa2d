CREATE TABLE public.orders (id int, customer int) PARTITION BY RANGE (id);
CREATE TABLE public.orders_a PARTITION OF public.orders FOR VALUES FROM (0) TO (10);
CREATE TABLE public.orders_b PARTITION OF public.orders FOR VALUES FROM (10) TO (100000);
