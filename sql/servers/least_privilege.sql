-- What the role in use could change, by itself or as a role that it is a member of.
-- Returns: object, have, want (NULL: have is as it should be).
WITH mine AS (
    SELECT r.oid, r.rolname, r.rolsuper, r.rolcreaterole, r.rolcreatedb, r.rolreplication
    FROM pg_catalog.pg_roles AS r
    WHERE pg_catalog.pg_has_role(r.oid, 'MEMBER')
      AND (r.rolname = CURRENT_USER OR NOT (SELECT u.rolsuper FROM pg_catalog.pg_roles AS u
                                            WHERE u.rolname = CURRENT_USER))
), relations AS (
    SELECT c.oid, c.relkind, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'f', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND n.nspname !~ '^pg_(toast|temp)'
), writable AS (
    SELECT r.relkind = 'S' AS is_sequence, pg_catalog.count(*) AS count,
           pg_catalog.min(r.name COLLATE "C") AS first
    FROM relations AS r
    WHERE EXISTS (SELECT FROM mine AS m
                  WHERE CASE r.relkind
                            WHEN 'S' THEN pg_catalog.has_sequence_privilege(m.oid, r.oid,
                                                                            'USAGE, UPDATE')
                            ELSE pg_catalog.has_table_privilege(
                                     m.oid, r.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                                 OR pg_catalog.has_any_column_privilege(m.oid, r.oid,
                                                                        'INSERT, UPDATE') END)
    GROUP BY r.relkind = 'S'
)
SELECT o.object, o.have, o.want
FROM (
    SELECT 'role ' || m.rolname AS object,
           COALESCE(NULLIF(pg_catalog.concat_ws(', ',
               CASE WHEN m.rolsuper THEN 'SUPERUSER' END,
               CASE WHEN m.rolcreaterole THEN 'CREATEROLE' END,
               CASE WHEN m.rolcreatedb THEN 'CREATEDB' END,
               CASE WHEN m.rolreplication THEN 'REPLICATION' END), ''),
               'no privileged attribute') AS have,
           CASE WHEN m.rolsuper OR m.rolcreaterole OR m.rolcreatedb OR m.rolreplication
                THEN 'no privileged attribute' END AS want
    FROM mine AS m
    UNION ALL
    SELECT k.kind,
           CASE WHEN w.count IS NULL THEN 'none can be changed'
                ELSE pg_catalog.format('%s can be changed, the first is %s', w.count, w.first) END,
           CASE WHEN w.count IS NOT NULL THEN 'none can be changed' END
    FROM (VALUES ('sequences', true), ('tables', false)) AS k (kind, is_sequence)
    LEFT JOIN writable AS w ON w.is_sequence = k.is_sequence
    UNION ALL
    -- Before 15 PUBLIC has CREATE on schema public; that isn't a privilege of this role.
    SELECT pg_catalog.format('schema %I', n.nspname),
           CASE WHEN p.of_everybody THEN 'CREATE privilege of PUBLIC' ELSE 'CREATE privilege' END,
           CASE WHEN NOT p.of_everybody THEN 'no CREATE privilege' END
    FROM pg_catalog.pg_namespace AS n
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM pg_catalog.aclexplode(n.nspacl) AS a
                       WHERE a.grantee = 0 AND a.privilege_type = 'CREATE') AS of_everybody
    ) AS p
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
      AND EXISTS (SELECT FROM mine AS m
                  WHERE pg_catalog.has_schema_privilege(m.oid, n.oid, 'CREATE'))
    UNION ALL
    SELECT 'the database', 'CREATE privilege', 'no CREATE privilege'
    WHERE EXISTS (SELECT FROM mine AS m
                  WHERE pg_catalog.has_database_privilege(
                      m.oid, pg_catalog.current_database(), 'CREATE'))
) AS o
ORDER BY o.object COLLATE "C";
