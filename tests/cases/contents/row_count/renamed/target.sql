-- What the old name still holds there is nobody's business.
CREATE TABLE users AS SELECT generate_series(1, 5) AS id;
CREATE SCHEMA issuer;
CREATE TABLE issuer.members AS SELECT generate_series(1, 2) AS id;
