CREATE TABLE t (id int, name text, added int, marks int[]);
INSERT INTO t VALUES (1, 'a', 1, '{1}');
CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
CREATE INDEX t_lower ON t (lower(name));
CREATE INDEX m_lower ON m (lower(name));
ANALYZE t, m;
