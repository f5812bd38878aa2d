SELECT setval('free', 7, false);
