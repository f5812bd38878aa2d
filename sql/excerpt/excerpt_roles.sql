-- Creates the roles of a server on another one, without passwords and settings.
-- Returns: statement, one a role, then one a membership. A role that exists stays as it is.
SELECT s.statement
FROM (
    SELECT 1 AS place, r.rolname AS name,
           pg_catalog.format('DO $excerpt$ BEGIN CREATE ROLE %I %s %s %s %s %s %s %s; '
                             'EXCEPTION WHEN duplicate_object THEN NULL; END $excerpt$', r.rolname,
                             CASE WHEN r.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
                             CASE WHEN r.rolsuper THEN 'SUPERUSER' ELSE 'NOSUPERUSER' END,
                             CASE WHEN r.rolcreatedb THEN 'CREATEDB' ELSE 'NOCREATEDB' END,
                             CASE WHEN r.rolcreaterole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END,
                             CASE WHEN r.rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
                             CASE WHEN r.rolreplication THEN 'REPLICATION' ELSE 'NOREPLICATION' END,
                             CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END) AS statement
    FROM pg_catalog.pg_roles AS r
    WHERE r.rolname !~ '^pg_'
    UNION ALL
    SELECT 2, m.rolname, pg_catalog.format('GRANT %I TO %I', g.rolname, m.rolname)
    FROM pg_catalog.pg_auth_members AS a
    JOIN pg_catalog.pg_roles AS g ON g.oid = a.roleid
    JOIN pg_catalog.pg_roles AS m ON m.oid = a.member
    WHERE m.rolname !~ '^pg_'
) AS s
ORDER BY s.place, s.name COLLATE "C", s.statement COLLATE "C";
