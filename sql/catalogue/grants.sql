-- The privileges of each role on the database and its schemas, relations, columns, functions and
-- types, and the default privileges. A star means WITH GRANT OPTION. ALL means every privilege that
-- the server's version knows; newer versions know more. Columns have the same ones in all versions.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT o.schema, o.relation, o.object, o.of_extension,
       pg_catalog.json_object_agg(o.grantee, o.privileges ORDER BY o.grantee COLLATE "C") AS properties,
       NULL AS doubt
FROM (
    SELECT a.schema, a.relation, a.object, a.of_extension, a.grantee,
           CASE WHEN a.all_there_are > 0 AND pg_catalog.count(*) >= a.all_there_are
                     AND pg_catalog.bool_and(a.is_grantable) = pg_catalog.bool_or(a.is_grantable)
                THEN 'ALL' || CASE WHEN pg_catalog.bool_and(a.is_grantable) THEN '*' ELSE '' END
                ELSE pg_catalog.string_agg(
                         a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ', '
                         ORDER BY a.privilege_type COLLATE "C") END AS privileges
    FROM (
        SELECT g.schema, g.relation, g.object, g.of_extension, x.privilege_type,
               CASE WHEN x.grantee = 0 THEN 'PUBLIC' WHEN x.grantee = g.owner THEN 'its owner'
                    ELSE pg_catalog.pg_get_userbyid(x.grantee) END AS grantee,
               x.is_grantable AND x.grantee <> g.owner AS is_grantable,
               (SELECT pg_catalog.count(*)
                FROM pg_catalog.aclexplode(pg_catalog.acldefault(g.kind, g.owner)) AS d
                WHERE d.grantee = g.owner) AS all_there_are
        FROM (
            SELECT o.schema, o.relation, o.object, o.owner, o.acl, o.kind,
                   EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                           WHERE e.classid = o.class AND e.objid = o.oid
                             AND e.deptype = 'e') AS of_extension
            FROM (
                SELECT NULL::name AS schema, NULL::name AS relation, 'the database' AS object,
                       d.datdba AS owner, d.datacl AS acl, 'd'::"char" AS kind,
                       'pg_catalog.pg_database'::pg_catalog.regclass AS class, d.oid
                FROM pg_catalog.pg_database AS d
                WHERE d.datname = pg_catalog.current_database()
                UNION ALL
                SELECT n.nspname, NULL, pg_catalog.format('schema %I', n.nspname), n.nspowner,
                       n.nspacl, 'n', 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid
                FROM pg_catalog.pg_namespace AS n
                UNION ALL
                SELECT n.nspname, c.relname,
                       pg_catalog.format('%s %I.%I',
                                         CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view'
                                                        WHEN 'm' THEN 'materialized view'
                                                        ELSE 'table' END, n.nspname, c.relname),
                       c.relowner, c.relacl, CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char",
                       'pg_catalog.pg_class'::pg_catalog.regclass, c.oid
                FROM pg_catalog.pg_class AS c
                JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                UNION ALL
                SELECT n.nspname, NULL,
                       pg_catalog.format('function %I.%I(%s)', n.nspname, p.proname,
                                         pg_catalog.pg_get_function_identity_arguments(p.oid)),
                       p.proowner, p.proacl, 'f', 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid
                FROM pg_catalog.pg_proc AS p
                JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
                WHERE p.oid >= 16384
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i  -- a range's own constructors
                                  WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                                    AND i.objid = p.oid AND i.deptype = 'i')
                UNION ALL
                SELECT n.nspname, NULL, pg_catalog.format('type %I.%I', n.nspname, t.typname),
                       t.typowner, t.typacl, 'T', 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid
                FROM pg_catalog.pg_type AS t
                JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
                LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
                WHERE t.typtype IN ('b', 'c', 'd', 'e', 'r') AND (c.oid IS NULL OR c.relkind = 'c')
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS element WHERE element.typarray = t.oid)
            ) AS o
            UNION ALL
            SELECT n.nspname, c.relname,
                   pg_catalog.format('column %I.%I.%I', n.nspname, c.relname, a.attname), c.relowner,
                   a.attacl, 'c', false
            FROM pg_catalog.pg_attribute AS a
            JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
            UNION ALL
            SELECT n.nspname, NULL,
                   pg_catalog.format(
                       'default privileges of %I for %s in %s',
                       pg_catalog.pg_get_userbyid(f.defaclrole),
                       CASE f.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences'
                                            WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'
                                            WHEN 'n' THEN 'schemas' ELSE f.defaclobjtype::text END,
                       COALESCE('schema ' || n.nspname, 'all schemas')),
                   f.defaclrole, f.defaclacl,
                   CASE f.defaclobjtype WHEN 'S' THEN 's' ELSE f.defaclobjtype END, false
            FROM pg_catalog.pg_default_acl AS f
            LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = f.defaclnamespace
        ) AS g
        CROSS JOIN LATERAL pg_catalog.aclexplode(
            COALESCE(g.acl, pg_catalog.acldefault(g.kind, g.owner))) AS x
    ) AS a
    GROUP BY a.schema, a.relation, a.object, a.of_extension, a.grantee, a.all_there_are
) AS o
WHERE o.schema IS NULL
   OR o.schema NOT IN ('pg_catalog', 'information_schema') AND o.schema !~ '^pg_(toast|temp)'
GROUP BY o.schema, o.relation, o.object, o.of_extension
ORDER BY o.schema COLLATE "C", o.object COLLATE "C";
