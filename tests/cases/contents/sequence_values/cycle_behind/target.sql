SELECT setval('wheel', 9);
