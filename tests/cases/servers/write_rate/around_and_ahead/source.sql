SELECT setval('public.ahead', 500), setval('public.past', 990), setval('public.down', -2980);
