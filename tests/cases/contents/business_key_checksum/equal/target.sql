-- The surrogate keys differ, and so do the columns' order and width.
CREATE TABLE users (email text, id serial);
INSERT INTO users (email) VALUES ('bob@x'), ('ada@x');
CREATE TABLE orders (number bigint, shop text, id uuid DEFAULT gen_random_uuid());
INSERT INTO orders (shop, number) VALUES ('north', 1), ('south', 1), ('south', 2);
