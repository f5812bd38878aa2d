SELECT setval('public.orders_id_seq', 3999999999999000);
