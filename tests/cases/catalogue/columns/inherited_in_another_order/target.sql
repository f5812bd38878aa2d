CREATE TABLE parent (a int);
CREATE TABLE t (b int, a int) INHERITS (parent);
