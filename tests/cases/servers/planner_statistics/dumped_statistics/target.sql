-- As pg_dump --statistics of 18 writes them. It wrote those of a relation alone for the other table.
CREATE TABLE t (id int, name text) WITH (autovacuum_enabled = off);
INSERT INTO t VALUES (1, 'a'), (2, 'b');
CREATE INDEX t_lower ON t (lower(name));
CREATE STATISTICS t_both ON id, name FROM t;
CREATE TABLE lost (id int) WITH (autovacuum_enabled = off);
INSERT INTO lost VALUES (1);
SELECT pg_restore_relation_stats('version', 180000, 'schemaname', 'public', 'relname', of.relname,
                                 'relpages', 1, 'reltuples', 2::real, 'relallvisible', 0, 'relallfrozen', 0)
FROM (VALUES ('t'), ('t_lower'), ('lost')) AS of (relname);
SELECT pg_restore_attribute_stats('version', 180000, 'schemaname', 'public', 'relname', of.relname, 'attname', of.attname,
                                  'inherited', false, 'null_frac', 0::real, 'avg_width', of.width, 'n_distinct', -1::real)
FROM (VALUES ('t', 'id', 4), ('t', 'name', 2), ('t_lower', 'lower', 2)) AS of (relname, attname, width);
