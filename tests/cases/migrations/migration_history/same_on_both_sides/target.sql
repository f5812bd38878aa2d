CREATE SCHEMA drizzle;
CREATE TABLE drizzle.kept (id serial, hash text NOT NULL, created_at bigint);
INSERT INTO drizzle.kept (hash, created_at) VALUES ('aa', 1), ('bb', 2);
CREATE VIEW drizzle.__drizzle_migrations AS SELECT * FROM drizzle.kept;
