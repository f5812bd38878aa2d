-- All roles.
-- Returns: role, is_superuser, is_administrator (a member of a provider's role that stands for
-- superusers), owns_database (this one), owns_public (the schema).
SELECT r.rolname AS role, r.rolsuper AS is_superuser,
       EXISTS (SELECT FROM pg_catalog.pg_auth_members AS m
               JOIN pg_catalog.pg_roles AS g ON g.oid = m.roleid
               WHERE m.member = r.oid AND g.rolname = ANY (ARRAY['provider_roles'])
                 AND g.rolname ~ 'superuser|admin') AS is_administrator,
       EXISTS (SELECT FROM pg_catalog.pg_database AS d
               WHERE d.datname = pg_catalog.current_database() AND d.datdba = r.oid) AS owns_database,
       EXISTS (SELECT FROM pg_catalog.pg_namespace AS n
               WHERE n.nspname = 'public' AND n.nspowner = r.oid) AS owns_public
FROM pg_catalog.pg_roles AS r ORDER BY r.rolname COLLATE "C";
