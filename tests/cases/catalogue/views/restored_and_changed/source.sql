CREATE TABLE t (a int, b int, v varchar(9));
CREATE VIEW w AS SELECT a, (a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b')) AS k FROM t WHERE a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b');
CREATE MATERIALIZED VIEW m AS SELECT a FROM t WHERE a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b');
