SELECT setval('numbers', 1, false), setval('"Odd ""one"""', 1), setval('shards', 1);
