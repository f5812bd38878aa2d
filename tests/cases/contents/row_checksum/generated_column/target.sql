INSERT INTO users (id, a, b, number) OVERRIDING SYSTEM VALUE VALUES (3, NULL, 1, 3), (2, 2, 3, 2), (1, 1, 2, 1);
