CREATE TABLE t (id int, name text) WITH (autovacuum_enabled = off);
CREATE TABLE p (id int, name text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9) WITH (autovacuum_enabled = off);
INSERT INTO t VALUES (1, 'a');
INSERT INTO p VALUES (1, 'a');
CREATE STATISTICS t_first ON name, id FROM t;
ANALYZE t, p;
CREATE STATISTICS t_both ON id, name FROM t;
CREATE STATISTICS p_both ON id, name FROM p;
-- Its namesake has statistics.
CREATE SCHEMA other;
CREATE TABLE other.t (id int, name text);
INSERT INTO other.t VALUES (1, 'a');
CREATE STATISTICS other.t_both ON id, name FROM other.t;
ANALYZE other.t;
ALTER TABLE other.t ALTER id SET STATISTICS 0;
