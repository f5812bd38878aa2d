CREATE TABLE t (id int);
INSERT INTO t VALUES (1);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ANALYZE t;
GRANT SELECT ON t TO pg_monitor;
ALTER DATABASE gate_case SET role = pg_monitor;
-- A namesake that the role can't read.
CREATE SCHEMA other;
CREATE TABLE other.t (id int);
