CREATE STATISTICS s (ndistinct) ON b, c FROM t;
ALTER TABLE t ALTER a SET STATISTICS 100;
ALTER TABLE t ALTER a SET (n_distinct = -0.1);
CREATE INDEX of_an_expression ON t ((a + b));
ALTER INDEX of_an_expression ALTER 1 SET STATISTICS 40;
