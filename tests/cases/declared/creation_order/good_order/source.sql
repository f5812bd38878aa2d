CREATE EXTENSION citext;
CREATE EXTENSION pgcrypto;
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT public.gen_random_uuid(), email citext, mood mood);
CREATE TABLE orders (user_id uuid REFERENCES users, moods mood[]);
CREATE INDEX orders_user_id_idx ON orders (user_id);
