CREATE TABLE public.orders (id int PRIMARY KEY, customer int, state int, note text) WITH (autovacuum_enabled = off);
INSERT INTO public.orders SELECT i, i % 20000, i / 40, 'note ' || i FROM generate_series(1, 100) AS i;
CREATE INDEX orders_customer_idx ON public.orders (customer);
