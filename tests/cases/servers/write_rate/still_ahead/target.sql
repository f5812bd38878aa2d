SELECT setval('public.orders_id_seq', 4000000000000);
