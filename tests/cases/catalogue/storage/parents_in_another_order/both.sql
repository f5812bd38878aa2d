CREATE TABLE base (a int);
CREATE TABLE other (b int);
