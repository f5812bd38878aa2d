-- The privileges of each role on the database and what is in it, and the default privileges. A star
-- means WITH GRANT OPTION. ALL means every privilege that the server's version knows; newer versions
-- know more. Columns have the same ones in all versions. Large objects are grouped by privilege,
-- because a database may have millions. Of system objects and of extensions, dumps contain what
-- differs from their initial privileges. The target may have more, because providers grant some. On
-- the server's own objects it may also have less. On languages and extensions it may not.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT g.schema, g.relation, g.object, g.of_extension, g.properties, NULL AS doubt
FROM (
    SELECT o.schema, o.relation, o.object, o.of_extension,
           pg_catalog.json_object_agg(
               o.grantee, CASE WHEN o.privileges = 'ALL but MAINTAIN'
                               THEN pg_catalog.json_build_object('reported', o.privileges)
                               ELSE pg_catalog.to_json(o.privileges) END) AS properties
    FROM (
        SELECT a.schema, a.relation, a.object, a.of_extension, a.grantee,
               CASE WHEN a.all_there_are > 0 AND pg_catalog.count(*) >= a.all_there_are
                         AND pg_catalog.bool_and(a.is_grantable) = pg_catalog.bool_or(a.is_grantable)
                    THEN 'ALL' || CASE WHEN pg_catalog.bool_and(a.is_grantable) THEN '*' ELSE '' END
                    -- What a dump of 16 or older gives to an owner who has granted something to himself.
                    WHEN a.grantee = 'its owner' AND pg_catalog.count(*) = a.all_there_are - 1
                         AND a.knows_maintain AND pg_catalog.bool_and(a.privilege_type <> 'MAINTAIN')
                    THEN 'ALL but MAINTAIN'
                    ELSE pg_catalog.string_agg(
                             a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ', '
                             ORDER BY a.privilege_type COLLATE "C") END AS privileges
        FROM (
            SELECT g.schema, g.relation, g.object, g.of_extension, x.privilege_type,
                   CASE WHEN x.grantee = 0 THEN 'PUBLIC' WHEN x.grantee = g.owner THEN 'its owner'
                        ELSE pg_catalog.pg_get_userbyid(x.grantee) END AS grantee,
                   x.is_grantable AND x.grantee <> g.owner AS is_grantable,
                   e.all_there_are, e.knows_maintain
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
                    SELECT n.nspname,
                           -- A sequence goes with the table that owns it.
                           COALESCE(CASE c.relkind WHEN 'S' THEN (
                               SELECT t.relname
                               FROM pg_catalog.pg_depend AS d
                               JOIN pg_catalog.pg_class AS t ON t.oid = d.refobjid
                               WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                                 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass) END, c.relname),
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
                                             pg_catalog.regexp_replace(  -- 13 prints no IN
                                                 pg_catalog.pg_get_function_identity_arguments(p.oid),
                                                 '(^|, )IN ', '\1', 'g')),
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
                      AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS element
                                      WHERE element.oid = t.typelem AND element.typarray = t.oid)
                    UNION ALL
                    SELECT NULL, NULL, pg_catalog.format('language %I', l.lanname), l.lanowner, l.lanacl,
                           'l', 'pg_catalog.pg_language'::pg_catalog.regclass, l.oid
                    FROM pg_catalog.pg_language AS l WHERE l.oid >= 16384
                    UNION ALL
                    SELECT NULL, NULL, pg_catalog.format('foreign-data wrapper %I', w.fdwname),
                           w.fdwowner, w.fdwacl, 'F',
                           'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, w.oid
                    FROM pg_catalog.pg_foreign_data_wrapper AS w
                    UNION ALL
                    SELECT NULL, NULL, pg_catalog.format('foreign server %I', s.srvname), s.srvowner,
                           s.srvacl, 'S', 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid
                    FROM pg_catalog.pg_foreign_server AS s
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
                                                WHEN 'n' THEN 'schemas'
                                                WHEN 'L' THEN 'large objects' ELSE f.defaclobjtype::text END,
                           COALESCE('schema ' || n.nspname, 'all schemas')),
                       f.defaclrole, f.defaclacl,
                       CASE f.defaclobjtype WHEN 'S' THEN 's' ELSE f.defaclobjtype END, false
                FROM pg_catalog.pg_default_acl AS f
                LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = f.defaclnamespace
                -- Nobody else can grant them, and they are for what the provider creates.
                WHERE pg_catalog.pg_get_userbyid(f.defaclrole) <> ALL (ARRAY['provider_roles'])
            ) AS g
            CROSS JOIN LATERAL (
                SELECT i.grantee, i.privilege_type, pg_catalog.bool_or(i.is_grantable) AS is_grantable
                FROM pg_catalog.aclexplode(
                    COALESCE(g.acl, pg_catalog.acldefault(g.kind, g.owner))) AS i
                GROUP BY i.grantee, i.privilege_type
            ) AS x
            CROSS JOIN LATERAL (
                SELECT pg_catalog.count(*) AS all_there_are,
                       pg_catalog.bool_or(d.privilege_type = 'MAINTAIN') AS knows_maintain
                FROM pg_catalog.aclexplode(pg_catalog.acldefault(g.kind, g.owner)) AS d
                WHERE d.grantee = g.owner
            ) AS e
        ) AS a
        GROUP BY a.schema, a.relation, a.object, a.of_extension, a.grantee, a.all_there_are,
                 a.knows_maintain
    ) AS o
    WHERE o.schema IS NULL
       OR o.schema NOT IN ('pg_catalog', 'information_schema') AND o.schema !~ '^pg_(toast|temp)'
    GROUP BY o.schema, o.relation, o.object, o.of_extension
    UNION ALL
    SELECT NULL, NULL, pg_catalog.format('%s on large objects', l.privilege_type), false,
           pg_catalog.json_object_agg(l.grantee, l.objects)
    FROM (
        SELECT x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END AS privilege_type,
               CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(x.grantee)
               END AS grantee,
               CASE WHEN pg_catalog.count(*) <= 10
                    THEN pg_catalog.string_agg(m.oid::text, ', ' ORDER BY m.oid)
                    ELSE pg_catalog.format('%s, their numbers have the md5 %s', pg_catalog.count(*),
                                           pg_catalog.md5(pg_catalog.string_agg(m.oid::text, ','
                                                                                ORDER BY m.oid)))
               END AS objects
        FROM pg_catalog.pg_largeobject_metadata AS m
        CROSS JOIN LATERAL pg_catalog.aclexplode(m.lomacl) AS x
        WHERE x.grantee <> m.lomowner
        GROUP BY 1, x.grantee
    ) AS l
    GROUP BY l.privilege_type
    UNION ALL
    SELECT CASE WHEN e.has_its_own_schema THEN NULL ELSE i.schema END, NULL,
           pg_catalog.format('changed privileges on %s %s', i.type, i.identity), false, c.properties
    FROM (
        SELECT 'pg_catalog.pg_class'::pg_catalog.regclass AS class, r.oid, 0 AS sub,
               r.relnamespace AS namespace, r.relowner AS owner, r.relacl AS acl,
               CASE r.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char" AS kind
        FROM pg_catalog.pg_class AS r
        UNION ALL
        SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, r.oid, a.attnum, r.relnamespace,
               r.relowner, a.attacl, 'c'
        FROM pg_catalog.pg_attribute AS a
        JOIN pg_catalog.pg_class AS r ON r.oid = a.attrelid
        WHERE NOT a.attisdropped
        UNION ALL
        SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 0, p.pronamespace, p.proowner,
               p.proacl, 'f'
        FROM pg_catalog.pg_proc AS p
        UNION ALL
        SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0, t.typnamespace, t.typowner,
               t.typacl, 'T'
        FROM pg_catalog.pg_type AS t
        UNION ALL
        SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid, 0, n.oid, n.nspowner,
               n.nspacl, 'n'
        FROM pg_catalog.pg_namespace AS n WHERE n.nspname <> 'public'
        UNION ALL
        SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, l.oid, 0, 0, l.lanowner, l.lanacl, 'l'
        FROM pg_catalog.pg_language AS l
        UNION ALL
        SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, w.oid, 0, 0, w.fdwowner,
               w.fdwacl, 'F'
        FROM pg_catalog.pg_foreign_data_wrapper AS w
        UNION ALL
        SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid, 0, 0, s.srvowner,
               s.srvacl, 'S'
        FROM pg_catalog.pg_foreign_server AS s
    ) AS o
    LEFT JOIN pg_catalog.pg_init_privs AS n
           ON n.classoid = o.class AND n.objoid = o.oid AND n.objsubid = o.sub
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                       WHERE d.classid = o.class AND d.objid = o.oid
                         AND d.deptype = 'e') AS is_of_one,
               -- Such a schema isn't compared, but what users were granted in it is.
               o.oid < 16384 OR EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                                        WHERE d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                                          AND d.objid = o.namespace
                                          AND d.deptype = 'e') AS has_its_own_schema
    ) AS e
    CROSS JOIN LATERAL (
        SELECT pg_catalog.json_object_agg(
                   g.grantee, pg_catalog.json_build_object(g.rule, g.privileges)) AS properties
        FROM (
            SELECT CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(x.grantee)
                   END AS grantee,
                   pg_catalog.string_agg(x.change, ', ' ORDER BY x.change COLLATE "C") AS privileges,
                   CASE WHEN pg_catalog.bool_or(x.change LIKE 'not %') AND (e.is_of_one OR o.kind = 'l')
                        THEN 'or_none' ELSE 'at_least' END AS rule
            FROM (
                (SELECT b.grantee, b.privilege_type || CASE WHEN b.is_grantable THEN '*' ELSE '' END
                        AS change
                 FROM pg_catalog.aclexplode(o.acl) AS b
                 EXCEPT
                 SELECT b.grantee, b.privilege_type || CASE WHEN b.is_grantable THEN '*' ELSE '' END
                 FROM pg_catalog.aclexplode(
                     COALESCE(n.initprivs, pg_catalog.acldefault(o.kind, o.owner))) AS b
                 EXCEPT  -- what an extension's objects got because of default privileges
                 SELECT b.grantee, b.privilege_type || CASE WHEN b.is_grantable THEN '*' ELSE '' END
                 FROM pg_catalog.pg_default_acl AS f
                 CROSS JOIN LATERAL pg_catalog.aclexplode(f.defaclacl) AS b
                 WHERE e.is_of_one AND f.defaclrole = o.owner AND f.defaclnamespace IN (0, o.namespace)
                   -- There, S are sequences, which are s here.
                   AND f.defaclobjtype = CASE o.kind WHEN 's' THEN 'S' WHEN 'S' THEN NULL ELSE o.kind END)
                UNION ALL
                (SELECT b.grantee, 'not ' || b.privilege_type
                 FROM pg_catalog.aclexplode(
                     COALESCE(n.initprivs, pg_catalog.acldefault(o.kind, o.owner))) AS b
                 EXCEPT
                 SELECT b.grantee, 'not ' || b.privilege_type
                 FROM pg_catalog.aclexplode(o.acl) AS b)
            ) AS x
            WHERE x.grantee <> o.owner
            GROUP BY x.grantee
        ) AS g
    ) AS c
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class, o.oid, o.sub) AS i
    WHERE o.acl IS DISTINCT FROM n.initprivs AND (o.oid < 16384 OR e.is_of_one)
      AND o.namespace <> 'information_schema'::pg_catalog.regnamespace  -- dumps leave it out
      AND c.properties IS NOT NULL
) AS g
ORDER BY g.schema COLLATE "C", g.object COLLATE "C";
