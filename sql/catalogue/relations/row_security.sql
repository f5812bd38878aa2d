-- The row-level security of each table: its flags and its policies.
-- Returns: schema, relation, object, properties (JSON object of texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.properties, o.doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT 'row-level security' AS object,
           pg_catalog.json_build_object('enabled', c.relrowsecurity::text,
                                        'forced', c.relforcerowsecurity::text) AS properties,
           CASE WHEN NOT c.relrowsecurity
                     AND EXISTS (SELECT FROM pg_catalog.pg_policy AS p WHERE p.polrelid = c.oid)
                THEN 'disabled, although there are policies' END AS doubt
    UNION ALL
    SELECT pg_catalog.format('policy %I', p.polname),
           pg_catalog.json_build_object(
               'command', CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert'
                                        WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete'
                                        ELSE 'all' END,
               'permissive', p.polpermissive::text,
               'roles', (SELECT pg_catalog.string_agg(
                                    CASE r.role WHEN 0 THEN 'public'
                                                ELSE pg_catalog.pg_get_userbyid(r.role) END,
                                    ', ' ORDER BY pg_catalog.pg_get_userbyid(r.role) COLLATE "C")
                         FROM (SELECT DISTINCT u.role FROM pg_catalog.unnest(p.polroles) AS u (role)) AS r),
               'using', pg_catalog.json_build_object(
                   'expression', pg_catalog.pg_get_expr(p.polqual, p.polrelid)),
               'with check', pg_catalog.json_build_object(
                   'expression', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))),
           NULL
    FROM pg_catalog.pg_policy AS p
    WHERE p.polrelid = c.oid
) AS o
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
