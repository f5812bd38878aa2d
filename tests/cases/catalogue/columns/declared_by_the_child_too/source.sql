CREATE TABLE child (a int, c int) INHERITS (base);
