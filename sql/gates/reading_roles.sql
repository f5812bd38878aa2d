-- Which of the given roles only read, for gonogo: without privileged attributes, they own nothing in
-- this database, and nobody else has their rights. (Who may become one and inherits nothing, such as
-- the role that created it, has rights of its own.)
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
       AS only_reads
FROM pg_catalog.pg_roles AS r
WHERE r.rolname IN (SELECT pg_catalog.json_array_elements_text($1::json))
ORDER BY r.rolname COLLATE "C";
