CREATE TABLE t (a int, b int, v varchar(9));
CREATE INDEX by_a ON t (a, (a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b'))) WHERE a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b');
