INSERT INTO users VALUES (4, 'd@example.org', NULL);
