-- Tables of every kind, and one of the same name that is another.
CREATE SCHEMA twin;
CREATE TABLE twin.t (a int, b int);
CREATE STATISTICS of_twin ON a, b FROM twin.t;
CREATE TABLE p (id int) PARTITION BY LIST (id);
CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE f (id int) SERVER far;
CREATE INDEX of_twin_too ON twin.t ((a + b));
ALTER INDEX twin.of_twin_too ALTER 1 SET STATISTICS 400;
