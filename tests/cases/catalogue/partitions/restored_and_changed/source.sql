CREATE TABLE t (a int, b int, v varchar(9)) PARTITION BY RANGE ((CASE WHEN a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b') THEN 1 ELSE 2 END));
