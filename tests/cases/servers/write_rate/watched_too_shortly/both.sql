CREATE TABLE public.orders (id smallserial PRIMARY KEY);
