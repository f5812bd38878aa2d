CREATE EXTENSION pgcrypto;
CREATE EXTENSION citext;
CREATE TABLE users (salt text DEFAULT public.gen_salt('bf'));
CREATE TABLE people (emails citext[]);
