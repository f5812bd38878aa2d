CREATE EXTENSION pg_buffercache;
CREATE INDEX orders_customer_idx ON public.orders (customer);
INSERT INTO public.orders SELECT i, i % 1000 FROM generate_series(1, 20000) AS i;
