CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users);
CREATE TABLE items (order_id integer REFERENCES orders);
