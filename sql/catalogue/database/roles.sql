-- All roles, and whether this database needs them: roles that own something in it or have
-- privileges, policies or settings there, and their members. Leaves out the server's own roles
-- (pg_*) and a provider's. A role's properties include its privileges on what is the server's,
-- tablespaces and parameters: no database's dump contains them. "the database" and "all roles" are
-- listed like roles.
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
), settings AS (  -- role 0: all roles, in all databases; -1: all roles, in this one
    SELECT v.role, pg_catalog.jsonb_object_agg(
                       'setting ' || pg_catalog.split_part(v.setting, '=', 1) || v.place,
                       pg_catalog.jsonb_build_object('unshown', v.setting)) AS settings
    FROM (SELECT CASE WHEN s.setrole = 0 AND s.setdatabase <> 0 THEN -1
                      ELSE s.setrole::bigint END AS role,
                 CASE WHEN s.setrole <> 0 AND s.setdatabase <> 0 THEN ' in this database' ELSE ''
                 END AS place, u.setting
          FROM pg_catalog.pg_db_role_setting AS s
          CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS u (setting)
          WHERE s.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database AS d
                                      WHERE d.datname = pg_catalog.current_database()))) AS v
    GROUP BY v.role
), privileges AS (
    SELECT x.grantee::bigint AS role,
           pg_catalog.jsonb_object_agg(x.object, x.privileges) AS privileges
    FROM (
        SELECT o.grantee, o.object,
               pg_catalog.string_agg(
                   o.privilege_type || CASE WHEN o.is_grantable THEN '*' ELSE '' END, ', '
                   ORDER BY o.privilege_type COLLATE "C") AS privileges
        FROM (
            SELECT 'on tablespace ' || t.spcname AS object, a.grantee, a.privilege_type, a.is_grantable
            FROM pg_catalog.pg_tablespace AS t
            CROSS JOIN LATERAL pg_catalog.aclexplode(t.spcacl) AS a
            WHERE a.grantee <> t.spcowner
            UNION ALL
            SELECT 'on parameter ' || p.name, p.grantee, p.privilege_type, p.is_grantable
            FROM pg_catalog.jsonb_to_recordset((
                -- pg_parameter_acl exists from 15 on, so a statement for all may not name it.
                CASE WHEN pg_catalog.to_regclass('pg_catalog.pg_parameter_acl') IS NOT NULL THEN
                    pg_catalog.replace(pg_catalog.substring(pg_catalog.query_to_xml(
                        'SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
                                    ''name'', p.parname, ''grantee'', a.grantee,
                                    ''privilege_type'', a.privilege_type,
                                    ''is_grantable'', a.is_grantable)) AS list
                         FROM pg_catalog.pg_parameter_acl AS p
                         CROSS JOIN LATERAL pg_catalog.aclexplode(p.paracl) AS a',
                        false, false, '')::text, '<list>(.*)</list>'), '&amp;', '&')
                END)::jsonb) AS p (name text, grantee oid, privilege_type text, is_grantable boolean)
            WHERE p.grantee <> 10
        ) AS o
        GROUP BY o.grantee, o.object
    ) AS x
    GROUP BY x.grantee
)
SELECT pg_catalog.format('role %I', r.rolname) AS role,
       r.oid IN (SELECT n.oid FROM needed AS n) AND r.rolname !~ '^pg_'
       AND r.rolname <> ALL (ARRAY['provider_roles', 'provider_logins']) AS is_needed,
       (pg_catalog.jsonb_build_object(
            'superuser', r.rolsuper::text,
            'inherit', r.rolinherit::text,
            'createrole', r.rolcreaterole::text,
            'createdb', r.rolcreatedb::text,
            'login', r.rolcanlogin::text,
            'replication', r.rolreplication::text,
            'bypassrls', r.rolbypassrls::text,
            'connection limit', NULLIF(r.rolconnlimit, -1)::text,
            'valid until', NULLIF(r.rolvaliduntil::text, 'infinity'))
        || COALESCE((SELECT pg_catalog.jsonb_object_agg(
                                pg_catalog.format('member of %I', g.rolname),
                                'yes' || CASE WHEN m.admin THEN ', with admin option' ELSE '' END
                                || CASE WHEN m.inherit = r.rolinherit THEN ''
                                        WHEN m.inherit THEN ', inherits' ELSE ', inherits nothing' END
                                || CASE WHEN m.set THEN '' ELSE ', may not become it' END)
                     FROM (SELECT a.roleid, pg_catalog.bool_or(a.admin_option) AS admin,
                                  -- From 16 on these are options of the membership.
                                  pg_catalog.bool_or(COALESCE(
                                      (pg_catalog.to_jsonb(a) ->> 'inherit_option')::boolean,
                                      r.rolinherit)) AS inherit,
                                  pg_catalog.bool_or(COALESCE(
                                      (pg_catalog.to_jsonb(a) ->> 'set_option')::boolean, true)) AS set
                           FROM pg_catalog.pg_auth_members AS a
                           WHERE a.member = r.oid GROUP BY a.roleid) AS m
                     JOIN pg_catalog.pg_roles AS g ON g.oid = m.roleid
                     -- What lets gonogo's own role see sessions belongs to gonogo.
                     WHERE r.rolname <> SESSION_USER
                        OR g.rolname NOT IN ('pg_monitor', 'pg_read_all_settings',
                                             'pg_read_all_stats')), '{}')
        || pg_catalog.jsonb_build_object(
               'comment', pg_catalog.shobj_description(r.oid, 'pg_authid'))
        || COALESCE((SELECT pg_catalog.jsonb_object_agg(l.provider, l.label)
                     FROM (SELECT 'label of ' || h.provider AS provider, h.label
                           FROM pg_catalog.pg_shseclabel AS h
                           WHERE h.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                             AND h.objoid = r.oid) AS l), '{}')
        || COALESCE((SELECT c.settings FROM settings AS c WHERE c.role = r.oid::bigint), '{}')
        || COALESCE((SELECT c.privileges FROM privileges AS c WHERE c.role = r.oid::bigint), '{}')
       )::json AS properties,
       NULL AS doubt
FROM pg_catalog.pg_roles AS r
UNION ALL
SELECT 'the database', true,
       (pg_catalog.jsonb_build_object('connection limit', NULLIF(d.datconnlimit, -1)::text)
        || COALESCE((SELECT c.settings FROM settings AS c WHERE c.role = -1), '{}'))::json,
       NULL
FROM pg_catalog.pg_database AS d
WHERE d.datname = pg_catalog.current_database()
UNION ALL
SELECT 'all roles', true,
       (COALESCE((SELECT c.settings FROM settings AS c WHERE c.role = 0), '{}')
        || COALESCE((SELECT c.privileges FROM privileges AS c WHERE c.role = 0), '{}'))::json,
       NULL
ORDER BY 1;
