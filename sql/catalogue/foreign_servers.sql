-- Foreign-data wrappers, foreign servers and user mappings. Their options aren't compared: they may
-- contain secrets, and the target's host differs on purpose.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT NULL AS schema, NULL AS relation, o.object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e') AS of_extension,
       o.properties, NULL AS doubt
FROM (
    SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AS class, w.oid,
           pg_catalog.format('foreign-data wrapper %I', w.fdwname) AS object,
           pg_catalog.json_build_object('handler', w.fdwhandler::text,
                                        'validator', w.fdwvalidator::text) AS properties
    FROM pg_catalog.pg_foreign_data_wrapper AS w
    UNION ALL
    SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid,
           pg_catalog.format('foreign server %I', s.srvname),
           pg_catalog.json_build_object('wrapper', w.fdwname, 'type', s.srvtype,
                                        'version', s.srvversion)
    FROM pg_catalog.pg_foreign_server AS s
    JOIN pg_catalog.pg_foreign_data_wrapper AS w ON w.oid = s.srvfdw
    UNION ALL
    SELECT 'pg_catalog.pg_user_mapping'::pg_catalog.regclass, m.umid,
           pg_catalog.format('user mapping of %I on %I', m.usename, m.srvname), '{}'::json
    FROM pg_catalog.pg_user_mappings AS m
) AS o
ORDER BY o.object COLLATE "C";
