CREATE TABLE t (id int PRIMARY KEY, n int, word text);
INSERT INTO t SELECT i, i % 3, 'w' || i FROM generate_series(1, 30) AS i;
CREATE TABLE of_one_side (side text);
