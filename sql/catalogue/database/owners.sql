-- The owners of the database and of everything in it that has an owner, except subscriptions, which
-- are part of the migration. A restore gives an extension to the role that restores, so its owner
-- is only reported. Large objects are grouped by owner, because a database may have millions.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT o.schema, o.relation, o.object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e') AS of_extension,
       COALESCE(o.properties, CASE o.class WHEN 'pg_catalog.pg_extension'::pg_catalog.regclass
           THEN pg_catalog.json_build_object('owner', pg_catalog.json_build_object(
               'reported', pg_catalog.pg_get_userbyid(o.owner)))
           ELSE pg_catalog.json_build_object('owner', pg_catalog.pg_get_userbyid(o.owner))
       END) AS properties, NULL AS doubt
FROM (
    SELECT NULL::name AS schema, NULL::name AS relation, 'the database' AS object, d.datdba AS owner,
           'pg_catalog.pg_database'::pg_catalog.regclass AS class, d.oid, NULL::json AS properties
    FROM pg_catalog.pg_database AS d
    WHERE d.datname = pg_catalog.current_database()
    UNION ALL
    SELECT n.nspname, NULL, pg_catalog.format('schema %I', n.nspname), n.nspowner,
           'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid,
           -- Whom a server makes the owner of public: up to 14 its first role.
           CASE WHEN n.nspname = 'public' AND n.nspowner = CASE
                         WHEN pg_catalog.current_setting('server_version_num')::int < 150000 THEN 10
                         ELSE 6171 END
                THEN pg_catalog.json_build_object('owner', pg_catalog.json_build_object(
                         'own', pg_catalog.pg_get_userbyid(n.nspowner))) END
    FROM pg_catalog.pg_namespace AS n
    UNION ALL
    SELECT n.nspname,
           -- A sequence goes with the table that owns it.
           COALESCE(CASE c.relkind WHEN 'S' THEN (
               SELECT t.relname
               FROM pg_catalog.pg_depend AS d
               JOIN pg_catalog.pg_class AS t ON t.oid = d.refobjid
               WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass) END, c.relname),
           pg_catalog.format('%s %I.%I', CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view'
                                                        WHEN 'm' THEN 'materialized view'
                                                        ELSE 'table' END, n.nspname, c.relname),
           c.relowner, 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, NULL
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT n.nspname, NULL,
           pg_catalog.format('function %I.%I(%s)', n.nspname, p.proname,
                             pg_catalog.regexp_replace(  -- 13 prints no IN
                                 pg_catalog.pg_get_function_identity_arguments(p.oid),
                                 '(^|, )IN ', '\1', 'g')),
           p.proowner, 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, NULL
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    WHERE p.oid >= 16384
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i  -- a range's own constructors
                      WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                        AND i.objid = p.oid AND i.deptype = 'i')
    UNION ALL
    SELECT n.nspname, NULL, pg_catalog.format('type %I.%I', n.nspname, t.typname), t.typowner,
           'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, NULL
    FROM pg_catalog.pg_type AS t
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
    WHERE t.typtype IN ('b', 'c', 'd', 'e', 'r', 'p') AND (c.oid IS NULL OR c.relkind = 'c')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS element
                      WHERE element.oid = t.typelem AND element.typarray = t.oid)
    UNION ALL
    SELECT i.schema, k.relation, pg_catalog.format('%s %s', i.type, i.identity), k.owner, k.class,
           k.oid, NULL
    FROM (
        SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass AS class, p.oid, p.oprowner AS owner,
               NULL::name AS relation
        FROM pg_catalog.pg_operator AS p WHERE p.oprcode <> 0
        UNION ALL
        SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, p.oid, p.opcowner, NULL
        FROM pg_catalog.pg_opclass AS p
        UNION ALL
        SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, p.oid, p.opfowner, NULL
        FROM pg_catalog.pg_opfamily AS p
        UNION ALL
        SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, p.oid, p.collowner, NULL
        FROM pg_catalog.pg_collation AS p
        UNION ALL
        SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass, p.oid, p.conowner, NULL
        FROM pg_catalog.pg_conversion AS p
        UNION ALL
        SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, p.oid, p.dictowner, NULL
        FROM pg_catalog.pg_ts_dict AS p
        UNION ALL
        SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, p.oid, p.cfgowner, NULL
        FROM pg_catalog.pg_ts_config AS p
        UNION ALL
        SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, p.oid, p.lanowner, NULL
        FROM pg_catalog.pg_language AS p
        UNION ALL
        SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, p.oid, p.fdwowner, NULL
        FROM pg_catalog.pg_foreign_data_wrapper AS p
        UNION ALL
        SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, p.oid, p.srvowner, NULL
        FROM pg_catalog.pg_foreign_server AS p
        UNION ALL
        SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, p.oid, p.evtowner, NULL
        FROM pg_catalog.pg_event_trigger AS p
        UNION ALL
        SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, p.pubowner, NULL
        FROM pg_catalog.pg_publication AS p
        UNION ALL
        SELECT 'pg_catalog.pg_extension'::pg_catalog.regclass, p.oid, p.extowner, NULL
        FROM pg_catalog.pg_extension AS p
        UNION ALL
        SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, p.oid, p.stxowner, c.relname
        FROM pg_catalog.pg_statistic_ext AS p
        JOIN pg_catalog.pg_class AS c ON c.oid = p.stxrelid
    ) AS k
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(k.class, k.oid, 0) AS i
    WHERE k.oid >= 16384
    UNION ALL
    SELECT NULL, NULL, 'large objects', NULL, NULL, NULL,
           pg_catalog.json_object_agg(pg_catalog.pg_get_userbyid(l.owner), l.objects ORDER BY l.owner)
    FROM (
        SELECT m.lomowner AS owner,
               CASE WHEN pg_catalog.count(*) <= 10
                    THEN pg_catalog.string_agg(m.oid::text, ', ' ORDER BY m.oid)
                    ELSE pg_catalog.format('%s, their numbers have the md5 %s', pg_catalog.count(*),
                                           pg_catalog.md5(pg_catalog.string_agg(m.oid::text, ','
                                                                                ORDER BY m.oid)))
               END AS objects
        FROM pg_catalog.pg_largeobject_metadata AS m
        GROUP BY m.lomowner
    ) AS l
    HAVING pg_catalog.count(*) > 0
) AS o
WHERE o.schema IS NULL
   OR o.schema NOT IN ('pg_catalog', 'information_schema') AND o.schema !~ '^pg_(toast|temp)'
ORDER BY o.schema COLLATE "C", o.object COLLATE "C";
