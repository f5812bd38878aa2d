SELECT setval('t_id_seq', 7), setval('t_always_seq', 11), setval('numbers', 4), setval('down', -2);
