CREATE ROLE doadmin;
CREATE ROLE others;
CREATE TABLE t (id int);
