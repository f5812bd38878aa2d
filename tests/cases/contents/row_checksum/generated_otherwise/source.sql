CREATE TABLE users (id integer PRIMARY KEY, a integer, b integer, total integer GENERATED ALWAYS AS (a + b) STORED);
INSERT INTO users VALUES (1, 1, 2), (2, 2, 2);
