CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE p (id int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
CREATE TABLE w (id int PRIMARY KEY);
CREATE SCHEMA other;
CREATE TABLE other.w (id int PRIMARY KEY);
CREATE PUBLICATION another FOR TABLE p, w;
CREATE PUBLICATION mover FOR TABLE t (id), u WHERE (id > 3), other.w WITH (publish = 'insert, update, truncate');
