CREATE TABLE t (id int, v text) WITH (fillfactor = 70, toast.autovacuum_enabled = off);
ALTER TABLE t REPLICA IDENTITY FULL;
-- Tables of every kind, and one of the same name that is another.
CREATE SCHEMA twin;
CREATE UNLOGGED TABLE twin.t (of_twin int);
CREATE TABLE p (id int) PARTITION BY LIST (id);
CREATE TABLE p_rest PARTITION OF p DEFAULT;
CREATE VIEW v AS SELECT 1 AS id;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
CREATE TABLE base (a int);
CREATE TABLE other (b int);
CREATE TABLE child () INHERITS (base, other);
