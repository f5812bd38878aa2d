CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, born date);
INSERT INTO users VALUES (1, 'a@example.org', '1990-01-01'), (2, 'b@example.org', NULL), (3, 'c@example.org', NULL);
CREATE TABLE orders (id integer PRIMARY KEY, note text);
INSERT INTO orders VALUES (1, 'a');
CREATE TABLE renumbered (id integer PRIMARY KEY, v text);
INSERT INTO renumbered VALUES (1, 'a'), (2, 'b'), (3, 'a');
