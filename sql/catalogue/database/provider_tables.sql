-- What users created on the tables of a provider or an extension, and in a provider's schemas: triggers
-- that don't run the provider's functions, rules, policies, row security, foreign keys to users' tables,
-- privileges of users' roles on the provider's tables and schemas, and relations and functions of users.
-- Indexes and checks could be the provider's own. On an extension's tables, these and rules are left out.
-- $1 text: JSON list of the provider's schemas.
-- Returns: schema, relation (NULL: of none, so that nothing is excluded), object, of_extension,
-- properties (JSON object), doubt (NULL: none).
WITH schemas AS (
    SELECT n.oid, n.nspname, n.nspowner, n.nspacl
    FROM pg_catalog.pg_namespace AS n
    WHERE $1::jsonb ? n.nspname::text
),
providers AS (
    SELECT r.oid
    FROM pg_catalog.pg_roles AS r
    WHERE r.oid IN (SELECT s.nspowner FROM schemas AS s)
       OR r.rolname = ANY (ARRAY['provider_roles']) OR r.rolname ~ '^pg_'
),
tables AS (
    SELECT c.oid, c.relowner, c.relacl, c.relkind, c.relrowsecurity, c.relforcerowsecurity,
           e.objid IS NOT NULL AS of_extension,
           pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_depend AS e
           ON e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid
          AND e.deptype = 'e'
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      AND (n.oid IN (SELECT s.oid FROM schemas AS s) OR e.objid IS NOT NULL)
)
SELECT NULL::name AS schema, NULL::name AS relation, o.object, false AS of_extension, o.properties,
       NULL AS doubt
FROM (
    SELECT pg_catalog.format('trigger %I on %s', g.tgname, t.name) AS object,
           pg_catalog.json_build_object(
               'definition',
               pg_catalog.json_build_object('statement', pg_catalog.pg_get_triggerdef(g.oid)),
               'enabled', CASE g.tgenabled WHEN 'O' THEN 'yes' WHEN 'A' THEN 'always'
                                           WHEN 'R' THEN 'on replicas' ELSE 'no' END) AS properties
    FROM pg_catalog.pg_trigger AS g
    JOIN tables AS t ON t.oid = g.tgrelid
    JOIN pg_catalog.pg_proc AS p ON p.oid = g.tgfoid
    WHERE NOT g.tgisinternal AND p.pronamespace NOT IN (SELECT s.oid FROM schemas AS s)
      AND NOT (t.of_extension
               AND EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                           WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                             AND e.objid = p.oid AND e.deptype = 'e'))
    UNION ALL
    SELECT pg_catalog.format('rule %I on %s', r.rulename, t.name),
           pg_catalog.json_build_object(
               'definition',
               pg_catalog.json_build_object('statement', pg_catalog.pg_get_ruledef(r.oid)),
               'enabled', r.ev_enabled::text)
    FROM pg_catalog.pg_rewrite AS r
    JOIN tables AS t ON t.oid = r.ev_class AND NOT t.of_extension
    WHERE r.rulename <> '_RETURN'
    UNION ALL
    SELECT pg_catalog.format('policy %I on %s', p.polname, t.name),
           pg_catalog.json_build_object(
               'command', p.polcmd::text,
               'permissive', p.polpermissive::text,
               'roles', (SELECT pg_catalog.string_agg(
                                    CASE r.role WHEN 0 THEN 'public'
                                                ELSE pg_catalog.pg_get_userbyid(r.role) END,
                                    ', ' ORDER BY pg_catalog.pg_get_userbyid(r.role) COLLATE "C")
                         FROM pg_catalog.unnest(p.polroles) AS r (role)),
               'using', pg_catalog.json_build_object(
                   'expression', pg_catalog.pg_get_expr(p.polqual, p.polrelid)),
               'with check', pg_catalog.json_build_object(
                   'expression', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)))
    FROM pg_catalog.pg_policy AS p
    JOIN tables AS t ON t.oid = p.polrelid
    UNION ALL
    SELECT pg_catalog.format('%s %I on %s', CASE WHEN k.contype = 'f' THEN 'foreign key'
                                                 ELSE 'check' END, k.conname, t.name),
           pg_catalog.json_build_object(
               'definition', pg_catalog.json_build_object(
                   'constraint', pg_catalog.pg_get_constraintdef(k.oid)))
    FROM pg_catalog.pg_constraint AS k
    JOIN tables AS t ON t.oid = k.conrelid
    WHERE k.conparentid = 0
      AND (k.contype = 'c' AND NOT t.of_extension
           OR k.contype = 'f' AND k.confrelid NOT IN (SELECT t.oid FROM tables AS t))
    UNION ALL
    SELECT pg_catalog.format('index %I on %s', c.relname, t.name),
           pg_catalog.json_build_object(
               'definition', pg_catalog.json_build_object(
                   'statement', pg_catalog.pg_get_indexdef(i.indexrelid)))
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    JOIN tables AS t ON t.oid = i.indrelid AND NOT t.of_extension
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid)
    UNION ALL
    SELECT pg_catalog.format('row security on %s', t.name),
           pg_catalog.json_build_object(
               'enabled', CASE WHEN t.relrowsecurity THEN 'yes' ELSE 'no' END,
               'forced', CASE WHEN t.relforcerowsecurity THEN 'yes' ELSE 'no' END)
    FROM tables AS t
    UNION ALL
    SELECT pg_catalog.format('privileges of %I on %s', r.rolname, h.name),
           pg_catalog.json_build_object(
               'privileges', pg_catalog.string_agg(
                   x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ', '
                   ORDER BY x.privilege_type COLLATE "C"))
    FROM (SELECT t.name, t.relowner AS owner, t.relacl AS privileges
          FROM tables AS t
          WHERE NOT t.of_extension
          UNION ALL
          SELECT pg_catalog.format('schema %I', s.nspname), s.nspowner, s.nspacl
          FROM schemas AS s) AS h
    CROSS JOIN LATERAL pg_catalog.aclexplode(h.privileges) AS x
    JOIN pg_catalog.pg_roles AS r ON r.oid = x.grantee
    WHERE x.grantee <> h.owner AND r.oid NOT IN (SELECT p.oid FROM providers AS p)
      AND NOT r.rolsuper AND r.rolname <> CURRENT_USER
      AND r.rolname NOT IN ('postgres', 'dashboard_user', 'authenticator', 'pgbouncer')
          -- the provider grants to these, too
    GROUP BY r.rolname, h.name
    UNION ALL
    SELECT pg_catalog.format('%s %s', CASE t.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view'
                                                     WHEN 'm' THEN 'materialized view'
                                                     WHEN 'f' THEN 'foreign table' ELSE 'table' END,
                             t.name), '{}'::json
    FROM tables AS t
    WHERE NOT t.of_extension AND t.relowner NOT IN (SELECT p.oid FROM providers AS p)
    UNION ALL
    SELECT pg_catalog.format('function %I.%I(%s)', s.nspname, p.proname,
                             pg_catalog.pg_get_function_identity_arguments(p.oid)),
           pg_catalog.json_build_object(
               'definition', pg_catalog.json_build_object(
                   'statement', CASE WHEN p.prokind IN ('f', 'p')
                                     THEN pg_catalog.pg_get_functiondef(p.oid) END))
    FROM pg_catalog.pg_proc AS p
    JOIN schemas AS s ON s.oid = p.pronamespace
    WHERE p.proowner NOT IN (SELECT r.oid FROM providers AS r)
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                      WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid
                        AND e.deptype = 'e')
) AS o
ORDER BY o.object COLLATE "C";
