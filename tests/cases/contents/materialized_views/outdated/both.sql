CREATE TABLE t (id int PRIMARY KEY, n int, word text);
INSERT INTO t SELECT i, i % 3, 'w' || i FROM generate_series(1, 30) AS i;
-- Namesakes that are up to date.
CREATE SCHEMA other;
CREATE MATERIALIZED VIEW other.totals AS SELECT 1 AS total;
CREATE MATERIALIZED VIEW other.words AS SELECT 1 AS word;
