CREATE TABLE tokens (id integer PRIMARY KEY, token text);
INSERT INTO tokens VALUES (1, 'plain');
