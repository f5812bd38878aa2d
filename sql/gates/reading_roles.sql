-- Which of the given roles only read, for gonogo: without privileged attributes, they own nothing in
-- this database and have no right to write to it or to create something in it, and nobody else has
-- their rights. (Who may become one and inherits nothing, such as the role that created it, has
-- rights of its own.) A role that also writes belongs to an application.
-- $1 json: names of roles.
-- Returns: role, only_reads (roles that don't exist aren't returned).
SELECT r.rolname AS role,
       NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication)
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_shdepend AS s
                       WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                         AND s.refobjid = r.oid AND s.deptype = 'o'
                         AND s.dbid IN (0, (SELECT d.oid FROM pg_catalog.pg_database AS d
                                            WHERE d.datname = pg_catalog.current_database())))
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members AS m
                       JOIN pg_catalog.pg_roles AS u ON u.oid = m.member
                       WHERE m.roleid = r.oid AND NOT u.rolsuper
                         -- From 16 on, inheriting is an option of the membership.
                         AND COALESCE((pg_catalog.to_jsonb(m) ->> 'inherit_option')::boolean, true))
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members AS m
                       JOIN pg_catalog.pg_roles AS g ON g.oid = m.roleid
                       WHERE m.member = r.oid AND g.rolname NOT IN ('pg_monitor', 'pg_read_all_data',
                                                                    'pg_read_all_settings',
                                                                    'pg_read_all_stats'))
       AND NOT EXISTS (
           SELECT FROM pg_catalog.pg_shdepend AS s
           CROSS JOIN LATERAL (
               SELECT c.relacl AS acl, c.relkind = 'S' AS is_sequence
               FROM pg_catalog.pg_class AS c
               WHERE s.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = s.objid
                 AND s.objsubid = 0
               UNION ALL
               SELECT a.attacl, false
               FROM pg_catalog.pg_attribute AS a
               WHERE s.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND a.attrelid = s.objid
                 AND a.attnum = s.objsubid
               UNION ALL
               SELECT n.nspacl, false
               FROM pg_catalog.pg_namespace AS n
               WHERE s.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND n.oid = s.objid
               UNION ALL
               SELECT d.datacl, false
               FROM pg_catalog.pg_database AS d
               WHERE s.classid = 'pg_catalog.pg_database'::pg_catalog.regclass AND d.oid = s.objid
                 AND d.datname = pg_catalog.current_database()
               UNION ALL
               SELECT f.defaclacl, f.defaclobjtype = 'S'
               FROM pg_catalog.pg_default_acl AS f
               WHERE s.classid = 'pg_catalog.pg_default_acl'::pg_catalog.regclass AND f.oid = s.objid
           ) AS o
           CROSS JOIN LATERAL pg_catalog.aclexplode(o.acl) AS x
           WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
             AND s.refobjid = r.oid AND s.deptype = 'a'
             AND s.dbid IN (0, (SELECT d.oid FROM pg_catalog.pg_database AS d
                                WHERE d.datname = pg_catalog.current_database()))
             AND x.grantee = r.oid
             AND (x.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'CREATE')
                  OR o.is_sequence AND x.privilege_type = 'USAGE'))
       AS only_reads
FROM pg_catalog.pg_roles AS r
WHERE r.rolname IN (SELECT pg_catalog.json_array_elements_text($1::json))
ORDER BY r.rolname COLLATE "C";
