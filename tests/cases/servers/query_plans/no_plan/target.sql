ALTER TABLE public.orders RENAME customer TO client;
