CREATE TABLE t (id int, lost int);
