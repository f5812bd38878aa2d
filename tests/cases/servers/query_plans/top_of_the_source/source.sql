CREATE EXTENSION pg_stat_statements;
CREATE ROLE query_plans_app;
ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements;
DROP VIEW pg_stat_statements;
CREATE VIEW pg_stat_statements AS
SELECT r.oid AS userid, d.oid AS dbid, v.toplevel, v.queryid, v.query, v.calls, v.total_exec_time, v.calls AS rows
FROM (VALUES
    ('query_plans_app', true, 1::bigint, 'SELECT o.note FROM public.orders AS o WHERE o.customer = $1', 90::bigint, 900.5::float8),
    ('query_plans_app', true, 2, 'COPY public.orders TO STDOUT', 1, 9000),
    ('query_plans_app', true, 3, 'SELECT count(*) FROM pg_stat_activity', 1, 8000),
    ('query_plans_app', false, 4, 'SELECT nothing FROM nowhere', 1, 7000),
    ('gonogo', true, 5, 'SELECT nothing FROM nowhere', 1, 6000),
    ('query_plans_app', true, 6, 'UPDATE public.orders SET note = $1 WHERE id = $2', 5, 800),
    ('query_plans_app', true, 7, 'SELECT rare FROM nowhere', 1, 1)
) AS v (role, toplevel, queryid, query, calls, total_exec_time)
JOIN pg_roles AS r ON r.rolname = v.role
CROSS JOIN pg_database AS d WHERE d.datname = current_database()
UNION ALL
SELECT r.oid, d.oid, true, 8, 'SELECT nothing FROM of_another_database', 1, 5000, 1
FROM pg_roles AS r
JOIN pg_database AS d ON d.datname = 'postgres'
WHERE r.rolname = 'query_plans_app';
ALTER EXTENSION pg_stat_statements ADD VIEW pg_stat_statements;
