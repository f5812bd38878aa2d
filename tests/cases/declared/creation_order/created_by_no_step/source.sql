CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE orders (user_id integer REFERENCES users, mood mood, email citext);
