CREATE EXTENSION pgcrypto;
CREATE TABLE users (login text);
CREATE INDEX users_login_idx ON users (public.digest(login, 'sha256'));
CREATE INDEX users_some_idx ON users (login) WHERE public.digest(login, 'md5') > '\x80';
CREATE INDEX users_plain_idx ON users (login);
CREATE TABLE people (
  login text, hash bytea GENERATED ALWAYS AS (public.digest(login, 'sha256')) STORED);
