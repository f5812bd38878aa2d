CREATE TABLE users (email text);
CREATE TABLE orders (id integer);
