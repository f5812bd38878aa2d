CREATE TABLE t (a int, b text) PARTITION BY HASH (a);
