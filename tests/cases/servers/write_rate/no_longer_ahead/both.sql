CREATE TABLE public.orders (id bigserial PRIMARY KEY);
