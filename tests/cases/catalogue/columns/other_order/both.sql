CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
-- What another table inherits doesn't matter.
CREATE TABLE base (a int);
CREATE TABLE child () INHERITS (base);
