SELECT setval('ticket', 9899), setval('wheel', 20);
