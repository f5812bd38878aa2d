CREATE TABLE public.orders (id int PRIMARY KEY, note text);
CREATE TABLE public.visits (day date, url text) PARTITION BY RANGE (day);
CREATE TABLE public.visits_2026 PARTITION OF public.visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE public.visits_later PARTITION OF public.visits DEFAULT;
INSERT INTO public.orders SELECT i, 'copied' FROM generate_series(1, 10) AS i;
INSERT INTO public.visits VALUES ('2026-05-01', '/'), ('2027-01-01', '/cart');
CREATE TABLE public.months (day date) PARTITION BY RANGE (day);
CREATE FOREIGN DATA WRAPPER nothing;
CREATE SERVER nowhere FOREIGN DATA WRAPPER nothing;
CREATE FOREIGN TABLE public.visits_2025 PARTITION OF public.visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
  SERVER nowhere;
CREATE TABLE public.orders_of_tests () INHERITS (public.orders);
CREATE SCHEMA scratch;
CREATE TABLE scratch.orders (id int);
