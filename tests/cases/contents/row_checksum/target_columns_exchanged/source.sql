CREATE TABLE users (id integer PRIMARY KEY, a text, b text);
INSERT INTO users VALUES (1, 'x', 'y');
