SELECT setval('ticket', 9990), setval('fall', -98);
