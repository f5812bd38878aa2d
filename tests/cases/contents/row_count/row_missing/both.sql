CREATE TABLE users (id integer);
CREATE TABLE orders (id integer);
INSERT INTO users VALUES (1), (2), (3);
INSERT INTO orders VALUES (1);
