CREATE TABLE t (a int, b int);
CREATE STATISTICS s (dependencies) ON a, b FROM t;
ALTER TABLE t ALTER a SET STATISTICS 500;
-- Tables of every kind, and one of the same name that is another.
CREATE SCHEMA twin;
CREATE TABLE twin.t (a int, b int);
CREATE STATISTICS of_twin ON a, b FROM twin.t;
CREATE TABLE p (id int) PARTITION BY LIST (id);
CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE f (id int) SERVER far;
