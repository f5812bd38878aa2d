CREATE TABLE t (id int, name text) WITH (autovacuum_enabled = off);
INSERT INTO t VALUES (1, 'a');
CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled = off) AS SELECT * FROM t;
ANALYZE t, m;
ALTER TABLE t ADD added int;
ALTER TABLE t ADD marks int[];
CREATE INDEX t_lower ON t (lower(name));
CREATE INDEX m_lower ON m (lower(name));
-- Its namesakes have statistics.
CREATE SCHEMA other;
CREATE TABLE other.t (id int, name text, added int, marks int[]);
INSERT INTO other.t VALUES (1, 'a', 1, '{1}');
CREATE INDEX t_lower ON other.t (lower(name));
ANALYZE other.t;
