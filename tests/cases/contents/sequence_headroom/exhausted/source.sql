SELECT setval('numbers', 9), setval('t_small_seq', 9), setval('up', 9), setval('down', -9),
       setval('far_down', -9), setval('nine', 8), setval('nine_down', -8);
