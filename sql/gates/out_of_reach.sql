-- Which of these roles may not read and write all tables of users.
-- $1 text: JSON list of roles. $2 text: JSON list of schemas that aren't users'.
-- Returns: role.
SELECT r.rolname AS role
FROM pg_catalog.pg_roles AS r
WHERE r.rolname IN (SELECT e.name FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS e (name))
  AND EXISTS (
      SELECT FROM pg_catalog.pg_class AS c
      JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND n.nspname !~ '^pg_(toast|temp)'
        AND n.nspname NOT IN (SELECT e.name
                              FROM pg_catalog.jsonb_array_elements_text($2::jsonb) AS e (name))
        AND pg_catalog.pg_get_userbyid(n.nspowner) <> ALL (ARRAY['provider_roles'])
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                          AND d.objid = c.oid AND d.deptype = 'e')
        AND NOT (pg_catalog.has_schema_privilege(r.oid, n.oid, 'USAGE')
                 AND pg_catalog.has_table_privilege(r.oid, c.oid, 'SELECT')
                 AND pg_catalog.has_table_privilege(r.oid, c.oid, 'INSERT')
                 AND pg_catalog.has_table_privilege(r.oid, c.oid, 'UPDATE')
                 AND pg_catalog.has_table_privilege(r.oid, c.oid, 'DELETE')
                 AND (NOT c.relrowsecurity OR r.rolbypassrls
                      OR pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE'))))
ORDER BY r.rolname COLLATE "C";
