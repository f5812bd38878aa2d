CREATE TABLE t (id int, name text);
INSERT INTO t VALUES (1, 'a'), (2, 'b');
CREATE INDEX t_lower ON t (lower(name));
CREATE STATISTICS t_both ON id, name FROM t;
CREATE TABLE lost (id int);
INSERT INTO lost VALUES (1);
ANALYZE t, lost;
