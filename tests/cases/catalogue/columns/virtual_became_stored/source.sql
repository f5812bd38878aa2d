CREATE TABLE public.orders (id int PRIMARY KEY, net int, gross int GENERATED ALWAYS AS (net * 2) VIRTUAL,
    tax int GENERATED ALWAYS AS (net) VIRTUAL);
