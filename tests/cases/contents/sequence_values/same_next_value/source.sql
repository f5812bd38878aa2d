SELECT setval('free', 8, false);
