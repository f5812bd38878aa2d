CREATE TABLE t (a int, b text) PARTITION BY HASH (lower(b) COLLATE "C");
