CREATE TABLE parent (a int);
CREATE TABLE t (b int) INHERITS (parent);
