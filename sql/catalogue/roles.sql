-- All roles, and whether this database needs them: roles that own something in it or have
-- privileges, policies or settings there, and their members. Leaves out the server's own roles
-- (pg_*) and a provider's.
-- Returns: role, is_needed, properties (JSON object), doubt.
WITH RECURSIVE needed AS (
    SELECT r.oid
    FROM pg_catalog.pg_roles AS r
    CROSS JOIN (SELECT d.oid FROM pg_catalog.pg_database AS d
                WHERE d.datname = pg_catalog.current_database()) AS d
    WHERE EXISTS (SELECT FROM pg_catalog.pg_shdepend AS s
                  WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                    AND s.refobjid = r.oid
                    AND (s.dbid = d.oid
                         OR s.classid = 'pg_catalog.pg_database'::pg_catalog.regclass
                            AND s.objid = d.oid))
       OR EXISTS (SELECT FROM pg_catalog.pg_db_role_setting AS s
                  WHERE s.setrole = r.oid AND s.setdatabase = d.oid)
    UNION
    SELECT m.member
    FROM pg_catalog.pg_auth_members AS m
    JOIN needed AS n ON n.oid = m.roleid
)
SELECT pg_catalog.format('role %I', r.rolname) AS role,
       r.oid IN (SELECT n.oid FROM needed AS n) AND r.rolname !~ '^pg_'
       AND r.rolname <> ALL (ARRAY['supabase_admin', 'supabase_auth_admin', 'supabase_storage_admin',
                                   'supabase_functions_admin', 'supabase_realtime_admin',
                                   'supabase_replication_admin', 'supabase_read_only_user',
                                   'supabase_etl_admin', 'rdsadmin', 'rds_superuser', 'cloudsqladmin',
                                   'cloudsqlsuperuser', 'azuresu', 'azure_pg_admin', 'azure_superuser',
                                   'alloydbadmin', 'alloydbsuperuser', 'cloud_admin',
                                   'neon_superuser']) AS is_needed,
       (pg_catalog.jsonb_build_object(
            'superuser', r.rolsuper::text,
            'inherit', r.rolinherit::text,
            'createrole', r.rolcreaterole::text,
            'createdb', r.rolcreatedb::text,
            'login', r.rolcanlogin::text,
            'replication', r.rolreplication::text,
            'bypassrls', r.rolbypassrls::text,
            'connection limit', NULLIF(r.rolconnlimit, -1)::text,
            'valid until', r.rolvaliduntil::text)
        || COALESCE((SELECT pg_catalog.jsonb_object_agg(
                                pg_catalog.format('member of %I', g.rolname),
                                'yes' || CASE WHEN m.admin_option THEN ', with admin option' ELSE '' END)
                     FROM pg_catalog.pg_auth_members AS m
                     JOIN pg_catalog.pg_roles AS g ON g.oid = m.roleid
                     WHERE m.member = r.oid), '{}')
        || COALESCE((SELECT pg_catalog.jsonb_object_agg(
                                'setting ' || pg_catalog.split_part(v.setting, '=', 1),
                                pg_catalog.jsonb_build_object('unshown', v.setting))
                     FROM pg_catalog.pg_db_role_setting AS s
                     CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS v (setting)
                     WHERE s.setrole = r.oid
                       AND (s.setdatabase = 0 OR s.setdatabase = (
                                SELECT d.oid FROM pg_catalog.pg_database AS d
                                WHERE d.datname = pg_catalog.current_database()))), '{}')
       )::json AS properties,
       NULL AS doubt
FROM pg_catalog.pg_roles AS r
UNION ALL
SELECT 'the database', true,
       COALESCE((SELECT pg_catalog.jsonb_object_agg(
                            'setting ' || pg_catalog.split_part(v.setting, '=', 1),
                            pg_catalog.jsonb_build_object('unshown', v.setting))
                 FROM pg_catalog.pg_db_role_setting AS s
                 CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS v (setting)
                 WHERE s.setrole = 0 AND s.setdatabase = (
                           SELECT d.oid FROM pg_catalog.pg_database AS d
                           WHERE d.datname = pg_catalog.current_database())), '{}')::json,
       NULL
ORDER BY 1;
