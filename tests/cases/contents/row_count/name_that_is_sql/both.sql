CREATE TABLE x (id integer);
CREATE TABLE y (id integer);
INSERT INTO y VALUES (1);
