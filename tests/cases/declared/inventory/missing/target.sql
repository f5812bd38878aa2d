CREATE TABLE users (id integer);
CREATE TABLE orders (id integer);
CREATE TABLE items (id integer);
