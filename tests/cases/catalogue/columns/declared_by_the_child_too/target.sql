CREATE TABLE child (b int, c int) INHERITS (base);
