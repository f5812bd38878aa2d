CREATE TABLE t (id int, more int) WITH (autovacuum_enabled = off);
INSERT INTO t VALUES (1, 1);
-- Of what it consists isn't told beside it.
CREATE INDEX t_twice ON t ((id * 2));
CREATE STATISTICS t_both ON id, more FROM t;
-- Its namesake has statistics.
CREATE SCHEMA other;
CREATE TABLE other.t (id int);
INSERT INTO other.t VALUES (1);
ANALYZE other.t;

-- As after pg_upgrade, as if a server before 14 had never analyzed it, and as if it had been empty.
CREATE TABLE upgraded (id int) WITH (autovacuum_enabled = off);
CREATE TABLE never (id int) WITH (autovacuum_enabled = off);
CREATE TABLE refilled (id int) WITH (autovacuum_enabled = off);
INSERT INTO upgraded VALUES (1);
INSERT INTO never VALUES (1);
INSERT INTO refilled VALUES (1);
UPDATE pg_class SET reltuples = 1, relpages = 1 WHERE relname = 'upgraded';
UPDATE pg_class SET reltuples = 0, relpages = 0 WHERE relname = 'never';
UPDATE pg_class SET reltuples = 0, relpages = 1 WHERE relname = 'refilled';
SET LOCAL allow_system_table_mods = on;
ALTER VIEW pg_catalog.pg_stat_all_tables RENAME TO of_the_server_tables;
CREATE VIEW pg_catalog.pg_stat_all_tables AS
SELECT s.relid, s.schemaname, s.relname, CASE s.relname WHEN 'refilled' THEN 1 ELSE 0 END::bigint AS n_live_tup
FROM pg_catalog.of_the_server_tables AS s;
