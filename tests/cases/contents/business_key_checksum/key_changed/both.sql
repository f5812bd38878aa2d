CREATE TABLE users (email text);
CREATE TABLE orders (id integer);
INSERT INTO users VALUES ('ada@x'), ('bob@x');
INSERT INTO orders VALUES (1);
