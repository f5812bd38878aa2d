CREATE TABLE users (id integer, name text);
CREATE TABLE orders (id integer);
INSERT INTO orders VALUES (1);
