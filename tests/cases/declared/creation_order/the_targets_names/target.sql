CREATE SCHEMA issuer;
CREATE TABLE issuer.users (id integer);
