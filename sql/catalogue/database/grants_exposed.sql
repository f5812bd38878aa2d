-- The tables without row security on which one of these roles has a privilege, in schemas that it may
-- use.
-- $1 text: JSON list of roles; $2 text: JSON list of schemas to leave out.
-- Returns: tables (their number), first (NULL: none).
SELECT pg_catalog.count(*) AS tables,
       pg_catalog.min(pg_catalog.format('%I.%I', n.nspname, c.relname)) AS first
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relrowsecurity AND NOT $2::jsonb ? n.nspname::text
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
  AND EXISTS (SELECT FROM pg_catalog.aclexplode(c.relacl) AS x
              JOIN pg_catalog.pg_roles AS r ON r.oid = x.grantee
              WHERE $1::jsonb ? r.rolname::text
                AND pg_catalog.has_schema_privilege(r.oid, n.oid, 'USAGE'))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                  WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY 1;
