CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int NOT NULL);
CREATE UNIQUE INDEX identity ON t (b);
