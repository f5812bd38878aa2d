CREATE TABLE t (id int, n int);
CREATE VIEW plain AS SELECT id, n + 1 AS more FROM t;
CREATE VIEW guarded WITH (security_barrier) AS SELECT id FROM t WHERE n > 0 WITH LOCAL CHECK OPTION;
CREATE MATERIALIZED VIEW kept AS SELECT n, count(*) FROM t GROUP BY n;
