CREATE TABLE users (id integer);
CREATE TABLE orders (id integer);
CREATE INDEX users_id_idx ON users (id);
CREATE INDEX orders_id_idx ON orders (id);
