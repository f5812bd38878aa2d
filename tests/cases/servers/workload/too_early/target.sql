CREATE ROLE workload_app;
CREATE EXTENSION pg_stat_statements;
ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements;
DROP VIEW pg_stat_statements;
CREATE VIEW pg_stat_statements AS
SELECT r.oid AS userid, d.oid AS dbid, true AS toplevel, v.*
FROM (VALUES
    ('workload_app', 1::bigint, 'SELECT o.note FROM public.orders AS o WHERE o.customer = $1', 200::bigint, 200::float8, 400::bigint)
) AS v (role, queryid, query, calls, total_exec_time, rows)
JOIN pg_roles AS r ON r.rolname = v.role
CROSS JOIN pg_database AS d WHERE d.datname = current_database();
ALTER EXTENSION pg_stat_statements ADD VIEW pg_stat_statements;
