CREATE TABLE t (a int, gone int, b int);
CREATE STATISTICS s (dependencies) ON a, b FROM t;
ALTER TABLE t ALTER a SET STATISTICS 500;
ALTER TABLE t ALTER b SET (n_distinct = 5);
ALTER TABLE t ALTER b SET (n_distinct_inherited = 6);
ALTER TABLE t DROP COLUMN gone;
