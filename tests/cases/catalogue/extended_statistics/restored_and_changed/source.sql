CREATE TABLE t (a int, b int, v varchar(9));
CREATE STATISTICS s (ndistinct) ON (CASE WHEN a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b') THEN 1 END), b FROM t;
