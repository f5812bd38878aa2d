CREATE TABLE users AS SELECT generate_series(1, 2) AS id;
CREATE SCHEMA issuer;
CREATE TABLE issuer.members AS SELECT generate_series(1, 1) AS id;
