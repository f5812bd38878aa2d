CREATE TABLE t (id int) WITH (autovacuum_enabled = off);
CREATE TABLE u (id int) WITH (autovacuum_enabled = off);
CREATE TABLE w (id int);
INSERT INTO w VALUES (1);
ANALYZE w;
UPDATE pg_class SET reltuples = 'NaN' WHERE oid = 't'::regclass;
UPDATE pg_class SET reltuples = 'Infinity' WHERE oid = 'u'::regclass;
