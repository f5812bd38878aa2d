SELECT setval('t_id_seq', 7, false);
