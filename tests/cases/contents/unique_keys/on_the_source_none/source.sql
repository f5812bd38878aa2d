CREATE TABLE t (id int PRIMARY KEY, word text UNIQUE);
INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, NULL), (4, NULL);
