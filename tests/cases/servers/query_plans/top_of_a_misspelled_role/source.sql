CREATE EXTENSION pg_stat_statements;
CREATE ROLE query_plans_app;
ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements;
DROP VIEW pg_stat_statements;
CREATE VIEW pg_stat_statements AS
SELECT r.oid AS userid, d.oid AS dbid, v.toplevel, v.queryid, v.query, v.calls, v.total_exec_time, v.calls AS rows
FROM (VALUES
    ('query_plans_app', true, 1::bigint, 'SELECT o.note FROM public.orders AS o WHERE o.customer = $1', 90::bigint, 900.5::float8),
    ('gonogo', true, 5, 'SELECT nothing FROM nowhere', 1, 6000)
) AS v (role, toplevel, queryid, query, calls, total_exec_time)
JOIN pg_roles AS r ON r.rolname = v.role
CROSS JOIN pg_database AS d WHERE d.datname = current_database();
ALTER EXTENSION pg_stat_statements ADD VIEW pg_stat_statements;
