SELECT setval('t_id_seq', 5), setval('t_zero_seq', 6);
