SELECT setval('public.ahead', 600), setval('public.past', 10), setval('public.down', -40);
