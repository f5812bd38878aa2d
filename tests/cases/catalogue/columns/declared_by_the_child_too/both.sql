CREATE TABLE base (a int, b int);
