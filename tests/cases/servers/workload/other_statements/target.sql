CREATE ROLE workload_app;
CREATE EXTENSION pg_stat_statements;
ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements;
DROP VIEW pg_stat_statements;
CREATE VIEW pg_stat_statements AS
SELECT r.oid AS userid, d.oid AS dbid, true AS toplevel, v.*
FROM (VALUES
    ('workload_app', 1::bigint, 'SELECT o.note FROM public.archive AS o WHERE o.customer = $1', 600::bigint, 500::float8, 1200::bigint),
    ('workload_app', 2::bigint, 'INSERT INTO public.orders (id, note) VALUES ($1, $2)', 220::bigint, 60::float8, 220::bigint),
    ('workload_app', 3::bigint, 'SELECT * FROM public.orders WHERE id IN ($1, $2, $3)', 90::bigint, 90::float8, 270::bigint)
) AS v (role, queryid, query, calls, total_exec_time, rows)
JOIN pg_roles AS r ON r.rolname = v.role
CROSS JOIN pg_database AS d WHERE d.datname = current_database();
ALTER EXTENSION pg_stat_statements ADD VIEW pg_stat_statements;
