CREATE TABLE base (id int);
CREATE TABLE other (id int);
CREATE TABLE child (id int);
CREATE TABLE kept () INHERITS (base, other);
