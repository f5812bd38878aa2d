CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, born date);
INSERT INTO users VALUES (1, 'a@example.org', '1990-01-01'), (2, 'b@example.org', NULL), (3, 'c@example.org', NULL);
CREATE TABLE notes (a integer, v text);
CREATE TABLE log (a integer, v text);
