SELECT setval('public.orders_id_seq', 32767), setval('public.rising_int2', 32767), setval('public.falling_int2', -32768),
       setval('public.falling_int4', -2147483648);
