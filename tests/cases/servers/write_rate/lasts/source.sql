SELECT setval('public.codes', 30000), setval('public.orders_id_seq', 2000000000), setval('public.invoices', 2000000000);
