CREATE TABLE users (id integer);
CREATE DOMAIN a_domain AS text;
-- A sequence is no index.
CREATE SEQUENCE users_idx;
