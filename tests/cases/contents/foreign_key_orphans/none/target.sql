CREATE TABLE parent (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE t (id int, a int, b int, self int, UNIQUE (id));
INSERT INTO parent VALUES (1, 1);
INSERT INTO t VALUES (1, 1, 1, 1), (2, 1, NULL, NULL), (3, NULL, NULL, 1);
ALTER TABLE t ADD CONSTRAINT simple FOREIGN KEY (a, b) REFERENCES parent;
ALTER TABLE t ADD CONSTRAINT myself FOREIGN KEY (self) REFERENCES t (id);

-- What can have no foreign key, and a namesake that has one.
CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
CREATE VIEW shown AS SELECT 1 AS id;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE far (id int) SERVER s;
CREATE SCHEMA other;
CREATE TABLE other.t (id int PRIMARY KEY, of int REFERENCES other.t);
