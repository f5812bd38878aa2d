CREATE TABLE users (id serial, email text);
INSERT INTO users (email) VALUES ('ada@x'), ('bob@x');
CREATE TABLE orders (id serial, shop varchar(9), number integer);
INSERT INTO orders (shop, number) VALUES ('south', 2), ('north', 1), ('south', 1);
