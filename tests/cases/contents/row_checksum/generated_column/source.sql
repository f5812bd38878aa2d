INSERT INTO users (id, a, b) VALUES (1, 1, 2), (2, 2, 3), (3, NULL, 1);
