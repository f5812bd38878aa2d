CREATE TABLE public.orders (id bigserial PRIMARY KEY);
CREATE SEQUENCE public.idle;
