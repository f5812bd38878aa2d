CREATE TABLE users (id integer PRIMARY KEY, state text NOT NULL, email text, at timestamptz, gone bytea);
INSERT INTO users VALUES (2, 'new', 'b', '2021-06-01 12:00:00Z'), (1, 'new', 'a', '2021-06-01 12:00:00Z');
ALTER TABLE users DROP COLUMN gone;
