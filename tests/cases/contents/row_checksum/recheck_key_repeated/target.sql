INSERT INTO notes VALUES (2, 'x'), (1, 'x');
INSERT INTO log VALUES (1, 'z'), (1, 'x');
ALTER TABLE users DROP CONSTRAINT users_pkey;
INSERT INTO users SELECT * FROM users WHERE id = 2;
