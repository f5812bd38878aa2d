CREATE ROLE workload_app;
CREATE EXTENSION pg_stat_statements;
ALTER EXTENSION pg_stat_statements DROP VIEW pg_stat_statements;
DROP VIEW pg_stat_statements;
CREATE VIEW pg_stat_statements AS
SELECT r.oid AS userid, d.oid AS dbid, true AS toplevel, v.*
FROM (VALUES
    ('workload_app', 9::bigint, 'CALL public.bill($1)', 500::bigint, 500::float8, 0::bigint),
    ('workload_app', 1::bigint, 'SELECT o.note FROM public.orders AS o WHERE o.customer = $1', 6000::bigint, 6000::float8, 12000::bigint),
    ('workload_app', 2::bigint, 'INSERT INTO public.orders (id, note) VALUES ($1, $2)', 3000::bigint, 600::float8, 3000::bigint),
    ('workload_app', 3::bigint, 'SELECT * FROM public.orders WHERE id IN ($1, $2, $3)', 900::bigint, 900::float8, 2700::bigint),
    ('workload_app', 4::bigint, 'UPDATE public.orders SET note = $1 WHERE id = $2', 100::bigint, 20::float8, 100::bigint),
    ('workload_app', 5::bigint, 'BEGIN', 10000::bigint, 10::float8, 0::bigint),
    ('workload_app', 6::bigint, 'SELECT count(*) FROM pg_stat_activity', 500::bigint, 900::float8, 500::bigint)
) AS v (role, queryid, query, calls, total_exec_time, rows)
JOIN pg_roles AS r ON r.rolname = v.role
CROSS JOIN pg_database AS d WHERE d.datname = current_database();
ALTER EXTENSION pg_stat_statements ADD VIEW pg_stat_statements;
