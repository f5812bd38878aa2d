CREATE TABLE users (id integer PRIMARY KEY, secret text);
INSERT INTO users VALUES (1, 'correct-horse'), (2, 'correct-horse');
