CREATE TABLE users (born date, id bigint PRIMARY KEY, gone text, email text NOT NULL);
ALTER TABLE users DROP COLUMN gone;
INSERT INTO users (id, email, born) VALUES (2, 'b@example.org', NULL), (1, 'a@example.org', '1990-01-01');
