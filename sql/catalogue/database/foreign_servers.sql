-- Foreign-data wrappers, foreign servers and user mappings, with their options. Of an option that may
-- be a secret only that it is set counts. Other values are shown only if the option is one of
-- postgres_fdw or names a host, because a value may hold a secret too. A role that isn't allowed to
-- see the options of a mapping gets "unreadable".
-- $1 boolean: whether to list the options of user mappings.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none), unreadable (whether the role may not see the options).
SELECT NULL AS schema, NULL AS relation, o.object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e') AS of_extension,
       (o.properties || COALESCE(x.properties, '{}'))::json AS properties, NULL AS doubt,
       o.unreadable
FROM (
    SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AS class, w.oid,
           pg_catalog.format('foreign-data wrapper %I', w.fdwname) AS object,
           pg_catalog.jsonb_build_object(
               'handler', pg_catalog.jsonb_build_object('name', NULLIF(w.fdwhandler::pg_catalog.regproc::text, '-')),
               'validator', pg_catalog.jsonb_build_object('name', NULLIF(w.fdwvalidator::pg_catalog.regproc::text, '-'))) AS properties,
           w.fdwoptions AS options, false AS unreadable
    FROM pg_catalog.pg_foreign_data_wrapper AS w
    UNION ALL
    SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid,
           pg_catalog.format('foreign server %I', s.srvname),
           pg_catalog.jsonb_build_object('wrapper', w.fdwname, 'type', s.srvtype,
                                         'version', s.srvversion),
           s.srvoptions, false
    FROM pg_catalog.pg_foreign_server AS s
    JOIN pg_catalog.pg_foreign_data_wrapper AS w ON w.oid = s.srvfdw
    UNION ALL
    SELECT NULL, NULL,
           pg_catalog.format('user mapping of %I on %I', m.usename, m.srvname), '{}',
           CASE WHEN $1::boolean THEN m.umoptions END,
           -- Whether the view hides them from this role; then they are NULL as if there were none. A mapping is of
           -- no extension.
           $1::boolean AND NOT (
               r.rolsuper
               OR m.umuser = 0 AND pg_catalog.pg_has_role(s.srvowner, 'USAGE')
               OR m.usename = r.rolname
                  AND (pg_catalog.pg_has_role(s.srvowner, 'USAGE')
                       OR pg_catalog.has_server_privilege(s.oid, 'USAGE')))
    FROM pg_catalog.pg_user_mappings AS m
    JOIN pg_catalog.pg_foreign_server AS s ON s.oid = m.srvid
    JOIN pg_catalog.pg_roles AS r ON r.rolname = CURRENT_USER
) AS o
CROSS JOIN LATERAL (
    SELECT pg_catalog.jsonb_object_agg(
               'option ' || v.name,
               CASE WHEN v.name ~ '(pass|secret|key|token|cred|auth)'
                    THEN pg_catalog.to_jsonb('set'::text)
                    WHEN v.name IN ('host', 'hostaddr', 'port', 'service', 'server', 'servername',
                                    'address', 'dbserver', 'dbname', 'user', 'fetch_size',
                                    'use_remote_estimate', 'updatable', 'truncatable', 'extensions',
                                    'batch_size', 'async_capable', 'fdw_startup_cost',
                                    'fdw_tuple_cost', 'keep_connections',
                                    'parallel_commit', 'parallel_abort', 'analyze_sampling', 'sslmode',
                                    'application_name', 'connect_timeout')
                    THEN pg_catalog.to_jsonb(v.value)
                    ELSE pg_catalog.jsonb_build_object('unshown', v.value) END) AS properties
    FROM (SELECT pg_catalog.split_part(i.option, '=', 1) AS name,
                 pg_catalog.substr(i.option, pg_catalog.strpos(i.option, '=') + 1) AS value
          FROM pg_catalog.unnest(o.options) AS i (option)) AS v
) AS x
ORDER BY o.object COLLATE "C";
