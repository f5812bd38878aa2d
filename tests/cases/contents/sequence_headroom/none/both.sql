CREATE TABLE t (id uuid, code text);
CREATE INDEX ON t (id);
CREATE VIEW v AS SELECT id FROM t;
CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
-- Sequences of others, at the same place.
CREATE TABLE other (id serial);
CREATE SCHEMA app;
CREATE TABLE app.t (id serial);
