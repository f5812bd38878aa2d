CREATE TABLE t (id int);
CREATE TABLE upgraded (id int);
CREATE TABLE never (id int);
CREATE TABLE refilled (id int);
INSERT INTO t VALUES (1);
INSERT INTO upgraded VALUES (1);
INSERT INTO never VALUES (1);
INSERT INTO refilled VALUES (1);
ANALYZE;
