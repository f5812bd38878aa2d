SELECT setval('down', -6), setval('twos', 7);
