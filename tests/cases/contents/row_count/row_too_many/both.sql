CREATE TABLE users (id integer);
INSERT INTO users VALUES (1);
