CREATE ROLE app;
CREATE TABLE t (id int);
