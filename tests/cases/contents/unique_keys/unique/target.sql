CREATE TABLE t (id int PRIMARY KEY, a text UNIQUE, b int, live boolean);
CREATE UNIQUE INDEX live_b ON t (b) WHERE live;
CREATE UNIQUE INDEX lower_a ON t (lower(a) COLLATE "C", (b + 1));
INSERT INTO t VALUES (1, 'a', 1, true), (2, NULL, 1, false), (3, NULL, 1, false);
CREATE INDEX any_b ON t (b);
CREATE TABLE plain (id int);
CREATE TABLE parts (id int PRIMARY KEY) PARTITION BY RANGE (id);

-- What can have no foreign key, and a namesake that has one.
CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
CREATE VIEW shown AS SELECT 1 AS id;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE far (id int) SERVER s;
CREATE SCHEMA other;
CREATE TABLE other.t (id int);
CREATE UNIQUE INDEX of_another ON other.t (id);
CREATE UNIQUE INDEX of_m ON m (id);
