CREATE TABLE users AS SELECT 'stale' AS email;
CREATE SCHEMA issuer;
CREATE TABLE issuer.members AS SELECT 'ada' AS email;
