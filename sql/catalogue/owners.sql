-- The owners of the database and its schemas, relations, functions and types.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT o.schema, o.relation, o.object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e') AS of_extension,
       pg_catalog.json_build_object('owner', pg_catalog.pg_get_userbyid(o.owner)) AS properties,
       NULL AS doubt
FROM (
    SELECT NULL::name AS schema, NULL::name AS relation, 'the database' AS object, d.datdba AS owner,
           'pg_catalog.pg_database'::pg_catalog.regclass AS class, d.oid
    FROM pg_catalog.pg_database AS d
    WHERE d.datname = pg_catalog.current_database()
    UNION ALL
    SELECT n.nspname, NULL, pg_catalog.format('schema %I', n.nspname), n.nspowner,
           'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid
    FROM pg_catalog.pg_namespace AS n
    UNION ALL
    SELECT n.nspname, c.relname,
           pg_catalog.format('%s %I.%I', CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view'
                                                        WHEN 'm' THEN 'materialized view'
                                                        ELSE 'table' END, n.nspname, c.relname),
           c.relowner, 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT n.nspname, NULL,
           pg_catalog.format('function %I.%I(%s)', n.nspname, p.proname,
                             pg_catalog.pg_get_function_identity_arguments(p.oid)),
           p.proowner, 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    WHERE p.oid >= 16384
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i  -- a range's own constructors
                      WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                        AND i.objid = p.oid AND i.deptype = 'i')
    UNION ALL
    SELECT n.nspname, NULL, pg_catalog.format('type %I.%I', n.nspname, t.typname), t.typowner,
           'pg_catalog.pg_type'::pg_catalog.regclass, t.oid
    FROM pg_catalog.pg_type AS t
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
    WHERE t.typtype IN ('b', 'c', 'd', 'e', 'r') AND (c.oid IS NULL OR c.relkind = 'c')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS element WHERE element.typarray = t.oid)
) AS o
WHERE o.schema IS NULL
   OR o.schema NOT IN ('pg_catalog', 'information_schema') AND o.schema !~ '^pg_(toast|temp)'
ORDER BY o.schema COLLATE "C", o.object COLLATE "C";
