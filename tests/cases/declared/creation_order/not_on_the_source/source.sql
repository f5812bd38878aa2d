CREATE TABLE users (id integer);
CREATE DOMAIN a_domain AS text;
CREATE VIEW a_view AS SELECT id FROM users;
-- A sequence is no index.
CREATE SEQUENCE users_idx;
-- Namesakes in another schema.
CREATE SCHEMA another;
CREATE TYPE another.mood AS ENUM ('sad');
CREATE TABLE another."Users" (id integer);
