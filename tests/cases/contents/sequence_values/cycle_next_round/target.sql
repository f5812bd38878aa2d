SELECT setval('ticket', 5), setval('fall', -3);
