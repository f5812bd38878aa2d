CREATE TABLE base (a int, b int);
CREATE TABLE p (id int) PARTITION BY LIST (id);
