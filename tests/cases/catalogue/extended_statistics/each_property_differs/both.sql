CREATE SEQUENCE s_of_numbers;
CREATE TABLE t (a int, b int, c int);
