CREATE TABLE child (b int, c int) INHERITS (base);
CREATE TABLE p_rest (id int);
