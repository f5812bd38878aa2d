SELECT setval('theirs.numbers', 70);
