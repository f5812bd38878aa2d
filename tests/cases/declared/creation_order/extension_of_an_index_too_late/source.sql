CREATE EXTENSION pg_trgm;
CREATE TABLE users (name text);
CREATE INDEX users_name_idx ON users USING gin (name gin_trgm_ops);
