CREATE TABLE t (id int PRIMARY KEY, a text UNIQUE, b int, live boolean);
CREATE UNIQUE INDEX live_b ON t (b) WHERE live;
CREATE UNIQUE INDEX lower_a ON t (lower(a) COLLATE "C", (b + 1));
INSERT INTO t VALUES (1, 'a', 1, true), (2, NULL, 1, false), (3, NULL, 1, false);
