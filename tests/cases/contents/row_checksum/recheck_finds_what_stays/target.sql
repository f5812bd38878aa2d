UPDATE users SET email = 'x' WHERE id = 1;
DELETE FROM users WHERE id = 2;
INSERT INTO users VALUES (4, 'd@example.org', NULL);
