-- 7 rows, of which the planner knows 5.
CREATE TABLE grown AS SELECT generate_series(1, 5) AS id;
ANALYZE grown;
INSERT INTO grown VALUES (6), (7);
CREATE SCHEMA app;
CREATE TABLE app.grown AS SELECT 1 AS id;
-- Of these two, only VACUUM has said anything.
CREATE TABLE vacuumed (id integer) WITH (autovacuum_enabled = off);
UPDATE pg_class SET reltuples = 4, relpages = 1 WHERE oid = 'vacuumed'::regclass;
CREATE TABLE vacuumed_empty (id integer) WITH (autovacuum_enabled = off);
UPDATE pg_class SET reltuples = 0 WHERE oid = 'vacuumed_empty'::regclass;
-- Of these three, each has been seen in one way.
CREATE TABLE emptied (id integer) WITH (autovacuum_enabled = off);
INSERT INTO emptied VALUES (1), (2);
DELETE FROM emptied;
CREATE TABLE analyzed_empty (id integer) WITH (autovacuum_enabled = off);
ANALYZE analyzed_empty;
CREATE TABLE seen_by_autovacuum (id integer) WITH (autovacuum_enabled = off);
SET LOCAL allow_system_table_mods = on;
DO $$ BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW pg_catalog.pg_stat_all_tables AS ' ||
          replace(pg_get_viewdef('pg_catalog.pg_stat_all_tables'), 'pg_stat_get_last_autoanalyze_time(c.oid)',
                  '(CASE c.relname WHEN ''seen_by_autovacuum'' THEN now() END)');
END $$;
CREATE MATERIALIZED VIEW sums AS SELECT sum(id) AS sum FROM grown;
CREATE TABLE events (id integer) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_b PARTITION OF events FOR VALUES FROM (10) TO (20);
INSERT INTO events VALUES (1), (11), (12);
-- The statistics are to be there before anybody asks, and not a moment later.
DO $$ BEGIN
  IF current_setting('server_version_num')::integer >= 150000 THEN
    PERFORM pg_stat_force_next_flush();
  END IF;
END $$;
