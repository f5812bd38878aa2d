CREATE TABLE t (id int, name text) WITH (autovacuum_enabled = off);
INSERT INTO t VALUES (1, 'a');
CREATE INDEX t_lower ON t (lower(name));
CREATE STATISTICS t_both ON id, name FROM t;
ANALYZE t;
GRANT SELECT ON t TO pg_monitor;
ALTER DATABASE gate_case SET role = pg_monitor;
