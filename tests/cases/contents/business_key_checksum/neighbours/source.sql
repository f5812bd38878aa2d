CREATE TABLE comma AS SELECT 'a,b' AS a, 'c' AS b;
CREATE TABLE quote AS SELECT 'a'',''b' AS a, 'c' AS b;
CREATE TABLE swapped AS SELECT 1 AS a, 2 AS b;
CREATE TABLE crossed AS SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, 'y';
