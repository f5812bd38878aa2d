CREATE TABLE comma AS SELECT 'a' AS a, 'b,c' AS b;
CREATE TABLE quote AS SELECT 'a' AS a, 'b'',''c' AS b;
CREATE TABLE swapped AS SELECT 2 AS a, 1 AS b;
CREATE TABLE crossed AS SELECT 1 AS a, 'y' AS b UNION ALL SELECT 2, 'x';
