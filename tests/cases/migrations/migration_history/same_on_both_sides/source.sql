CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial, hash text NOT NULL, created_at bigint) PARTITION BY LIST (id);
CREATE TABLE drizzle.all_migrations PARTITION OF drizzle.__drizzle_migrations DEFAULT;
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('aa', 1), ('bb', 2);
