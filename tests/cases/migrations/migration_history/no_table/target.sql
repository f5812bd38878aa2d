CREATE SCHEMA drizzle;
CREATE SEQUENCE drizzle.__drizzle_migrations;
CREATE SCHEMA other;
CREATE TABLE other.__drizzle_migrations (id serial, hash text NOT NULL, created_at bigint);
