CREATE TABLE public.orders (id int PRIMARY KEY, note text);
CREATE TABLE public.visits (day date, url text) PARTITION BY RANGE (day);
CREATE TABLE public.visits_2026 PARTITION OF public.visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE public.visits_later PARTITION OF public.visits DEFAULT PARTITION BY LIST (url);
CREATE TABLE public.visits_other PARTITION OF public.visits_later DEFAULT;
INSERT INTO public.orders SELECT i, 'copied' FROM generate_series(1, 10) AS i;
INSERT INTO public.visits VALUES ('2026-05-01', '/'), ('2027-01-01', '/cart');
