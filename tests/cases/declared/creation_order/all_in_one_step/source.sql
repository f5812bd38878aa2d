CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE users (id integer PRIMARY KEY, email citext, mood mood);
CREATE TABLE orders (user_id integer REFERENCES users);
CREATE INDEX orders_user_id_idx ON orders (user_id);
