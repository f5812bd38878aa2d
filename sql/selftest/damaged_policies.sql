-- Damage to row-level security.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, t.object,
       pg_catalog.format(d.plant, t.relation, t.name, t.expression, t.roles, t.command) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_build_array(c.relrowsecurity, c.relforcerowsecurity, (SELECT '
                         'pg_catalog.jsonb_agg((pg_catalog.to_jsonb(p) || pg_catalog.jsonb_build_object('
                         '''using'', pg_catalog.pg_get_expr(p.polqual, p.polrelid), '
                         '''check'', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))) - ''oid'' '
                         'ORDER BY p.polname) FROM pg_catalog.pg_policy AS p WHERE p.polrelid = c.oid)) '
                         'FROM pg_catalog.pg_class AS c WHERE c.oid = %L::pg_catalog.regclass', t.relation) AS looks,
       'row_security' AS gate, pg_catalog.format('%1$s ' || d.finding, t.relation, t.name, t.expression) AS finding,
       '' AS also, NULL AS undo
FROM (
    SELECT 'policy' AS sort, pg_catalog.format('%I on %I.%I', p.polname, n.nspname, c.relname) AS object,
           pg_catalog.format('%I.%I', n.nspname, c.relname) AS relation, pg_catalog.quote_ident(p.polname) AS name,
           pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS expression,
           (SELECT pg_catalog.string_agg(
                       CASE r.role WHEN 0 THEN 'PUBLIC'
                                   ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(r.role)) END, ', ')
            FROM pg_catalog.unnest(p.polroles) AS r (role)) AS roles,
           CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                         ELSE 'ALL' END AS command,
           p.polpermissive AND p.polwithcheck IS NULL AND p.polqual IS NOT NULL AS is_simple, c.relrowsecurity,
           c.relforcerowsecurity
    FROM pg_catalog.pg_policy AS p
    JOIN pg_catalog.pg_class AS c ON c.oid = p.polrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE NOT c.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'table', pg_catalog.format('%I.%I', n.nspname, c.relname),
           pg_catalog.format('%I.%I', n.nspname, c.relname), NULL, NULL, NULL, NULL, NULL, c.relrowsecurity,
           c.relforcerowsecurity
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
) AS t
JOIN (VALUES
    ('policy', 'policy dropped', 'DROP POLICY %2$s ON %1$s',
     'policy %2$s: have none on the target, want one, as on the source*'),
    ('policy', 'policy renamed', 'ALTER POLICY %2$s ON %1$s RENAME TO renamed_by_selftest',
     'policy %2$s: have none on the target, want one, as on the source*'),
    ('for some', 'policy for everybody', 'ALTER POLICY %2$s ON %1$s TO PUBLIC',
     'policy %2$s: have roles: public, want roles: *'),
    ('for some', 'policy for another role', 'ALTER POLICY %2$s ON %1$s TO CURRENT_USER',
     'policy %2$s: have roles: *, want roles: *'),
    ('for some', 'policy for one role more', 'ALTER POLICY %2$s ON %1$s TO %4$s, CURRENT_USER',
     'policy %2$s: have roles: *, want roles: *'),
    ('not true', 'policy that shows everything', 'ALTER POLICY %2$s ON %1$s USING (true)',
     'policy %2$s: have using: true, want using: %3$s'),
    ('not false', 'policy that shows nothing', 'ALTER POLICY %2$s ON %1$s USING (false)',
     'policy %2$s: have using: false, want using: %3$s'),
    ('checking', 'policy with another check', 'ALTER POLICY %2$s ON %1$s WITH CHECK (true)',
     'policy %2$s: have with check: true, want with check: *'),
    ('simple', 'restrictive policy', 'DROP POLICY %2$s ON %1$s; '
     'CREATE POLICY %2$s ON %1$s AS RESTRICTIVE FOR %5$s TO %4$s USING (%3$s)',
     'policy %2$s: have permissive: false, want permissive: true'),
    ('simple', 'policy for another command', 'DROP POLICY %2$s ON %1$s; '
     'CREATE POLICY %2$s ON %1$s FOR DELETE TO %4$s USING (%3$s)',
     'policy %2$s: have command: delete, want command: *'),
    ('simple', 'policy for all commands', 'DROP POLICY %2$s ON %1$s; '
     'CREATE POLICY %2$s ON %1$s FOR ALL TO %4$s USING (%3$s)', 'policy %2$s: have command: all, want command: *'),
    ('table', 'policy added', 'CREATE POLICY added_by_selftest ON %1$s USING (true)',
     'policy added_by_selftest: have one on the target, want none, as on the source'),
    ('secured', 'row-level security disabled', 'ALTER TABLE %1$s DISABLE ROW LEVEL SECURITY',
     'row-level security: have enabled: false, want enabled: true'),
    ('not secured', 'row-level security enabled', 'ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY',
     'row-level security: have enabled: true, want enabled: false'),
    ('not forced', 'row-level security forced', 'ALTER TABLE %1$s FORCE ROW LEVEL SECURITY',
     'row-level security: have forced: true, want forced: false'),
    ('forced', 'row-level security no longer forced', 'ALTER TABLE %1$s NO FORCE ROW LEVEL SECURITY',
     'row-level security: have forced: false, want forced: true')
) AS d (applies, kind, plant, finding)
  ON CASE d.applies
         WHEN 'policy' THEN t.sort = 'policy'
         WHEN 'for some' THEN t.sort = 'policy' AND t.roles <> 'PUBLIC'
         WHEN 'not true' THEN t.expression <> 'true'
         WHEN 'not false' THEN t.expression <> 'false'
         WHEN 'checking' THEN t.sort = 'policy' AND t.command NOT IN ('SELECT', 'DELETE')
         WHEN 'simple' THEN t.sort = 'policy' AND t.is_simple AND t.command NOT IN ('DELETE', 'ALL')
         WHEN 'table' THEN t.sort = 'table'
         WHEN 'secured' THEN t.sort = 'table' AND t.relrowsecurity
         WHEN 'not secured' THEN t.sort = 'table' AND NOT t.relrowsecurity
         WHEN 'forced' THEN t.sort = 'table' AND t.relforcerowsecurity
         WHEN 'not forced' THEN t.sort = 'table' AND NOT t.relforcerowsecurity
     END
ORDER BY t.object COLLATE "C", d.kind;
