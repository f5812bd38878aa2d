SELECT setval('t_id_seq', 1003), setval('t_always_seq', 1000003), setval('down', -51);
