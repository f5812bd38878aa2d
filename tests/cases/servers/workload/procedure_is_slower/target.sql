CREATE ROLE workload_app;
CREATE EXTENSION pg_stat_statements;
ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements;
DROP VIEW pg_stat_statements;
CREATE VIEW pg_stat_statements AS
SELECT r.oid AS userid, d.oid AS dbid, true AS toplevel, v.*
FROM (VALUES
    ('workload_app', 9::bigint, 'CALL public.bill($1)', 500::bigint, 5000::float8, 0::bigint),
    ('workload_app', 1::bigint, 'select o.note
  from public.orders as o where o.customer = $2', 590::bigint, 700::float8, 1200::bigint),
    ('workload_app', 2::bigint, 'INSERT INTO public.orders (id, note) VALUES ($1, $2)', 310::bigint, 70::float8, 310::bigint),
    ('workload_app', 3::bigint, 'SELECT * FROM public.orders WHERE id IN ($1 /*, ... */)', 90::bigint, 90::float8, 270::bigint),
    ('workload_app', 4::bigint, 'COMMIT', 9::bigint, 1::float8, 0::bigint)
) AS v (role, queryid, query, calls, total_exec_time, rows)
JOIN pg_roles AS r ON r.rolname = v.role
CROSS JOIN pg_database AS d WHERE d.datname = current_database();
ALTER EXTENSION pg_stat_statements ADD VIEW pg_stat_statements;
