SELECT setval('numbers', 9), setval('t_small_seq', 9);
