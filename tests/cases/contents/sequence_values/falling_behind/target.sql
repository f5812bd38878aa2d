SELECT setval('twos', 4, false);
