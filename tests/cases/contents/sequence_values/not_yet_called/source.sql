SELECT setval('free', 7);
