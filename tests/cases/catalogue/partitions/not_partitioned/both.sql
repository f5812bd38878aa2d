CREATE TABLE t (id int);
CREATE TABLE child () INHERITS (t);
