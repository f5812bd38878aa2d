CREATE TABLE u (a int, b int) PARTITION BY LIST (a);
