-- What a database is, and who owns and may use what is in it.
-- $1 json: names of schemas that don't count, such as the provider's.
-- Returns: version, major, encoding, collation (with its character types), role, is_superuser,
-- search_path (as the role and the database set it), owner (of the database), owners (JSON list: of schemas, relations, functions, types, large
-- objects and the like of users, without extensions'),
-- grantees (JSON list: roles with privileges or policies here), roles (JSON object: every role, and
-- whether this one may become it).
SELECT pg_catalog.current_setting('server_version') AS version,
       pg_catalog.current_setting('server_version_num')::integer / 10000 AS major,
       pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
       CASE WHEN d.datcollate = d.datctype THEN d.datcollate::text
            ELSE pg_catalog.concat_ws(' and ', d.datcollate, d.datctype) END AS collation,
       CURRENT_USER AS role, r.rolsuper AS is_superuser,
       (SELECT s.reset_val FROM pg_catalog.pg_settings AS s WHERE s.name = 'search_path')
           AS search_path,
       pg_catalog.pg_get_userbyid(d.datdba) AS owner,
       COALESCE((SELECT pg_catalog.json_agg(DISTINCT pg_catalog.pg_get_userbyid(o.owner))
                 FROM (SELECT c.relowner AS owner, c.relnamespace AS namespace, c.oid
                       FROM pg_catalog.pg_class AS c
                       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
                       UNION ALL
                       SELECT p.proowner, p.pronamespace, p.oid FROM pg_catalog.pg_proc AS p
                       UNION ALL
                       -- PostgreSQL makes types of relations, arrays and multiranges itself.
                       SELECT t.typowner, t.typnamespace, t.oid FROM pg_catalog.pg_type AS t
                       WHERE t.typrelid = 0 AND t.typtype <> 'm'
                         AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS e
                                         WHERE e.oid = t.typelem AND e.typarray = t.oid)
                       UNION ALL
                       SELECT l.collowner, l.collnamespace, l.oid FROM pg_catalog.pg_collation AS l
                       UNION ALL
                       SELECT q.oprowner, q.oprnamespace, q.oid FROM pg_catalog.pg_operator AS q
                       UNION ALL
                       SELECT e.stxowner, e.stxnamespace, e.oid
                       FROM pg_catalog.pg_statistic_ext AS e
                       UNION ALL
                       SELECT f.cfgowner, f.cfgnamespace, f.oid FROM pg_catalog.pg_ts_config AS f
                       UNION ALL
                       SELECT v.srvowner, NULL, v.oid FROM pg_catalog.pg_foreign_server AS v
                       UNION ALL
                       SELECT b.lomowner, NULL, b.oid FROM pg_catalog.pg_largeobject_metadata AS b
                       UNION ALL
                       SELECT n.nspowner, n.oid, n.oid FROM pg_catalog.pg_namespace AS n) AS o
                 LEFT JOIN pg_catalog.pg_namespace AS n ON n.oid = o.namespace
                 WHERE o.oid >= 16384
                   AND (n.oid IS NULL
                        OR n.nspname NOT IN ('pg_catalog', 'information_schema')
                           AND n.nspname !~ '^pg_(toast|temp)'
                           AND n.nspname <> ALL (ARRAY(
                                   SELECT pg_catalog.json_array_elements_text($1::json))))
                   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS x
                                   WHERE x.objid = o.oid AND x.deptype = 'e')), '[]') AS owners,
       COALESCE((SELECT pg_catalog.json_agg(DISTINCT g.rolname)
                 FROM pg_catalog.pg_shdepend AS s
                 JOIN pg_catalog.pg_roles AS g ON g.oid = s.refobjid
                 WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                   AND s.deptype IN ('a', 'r') AND s.dbid = d.oid
                   AND g.rolname !~ '^pg_'), '[]') AS grantees,
       (SELECT pg_catalog.json_object_agg(a.rolname, pg_catalog.pg_has_role(a.oid, 'MEMBER'))
        FROM pg_catalog.pg_roles AS a) AS roles
FROM pg_catalog.pg_database AS d
JOIN pg_catalog.pg_roles AS r ON r.rolname = CURRENT_USER
WHERE d.datname = pg_catalog.current_database()
ORDER BY d.oid;
