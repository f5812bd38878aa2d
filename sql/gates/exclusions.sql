-- Schemas that an extension created, and schemas that belong to a provider's own role, which users
-- can't become. Doesn't return public, even if a provider's role owns it.
-- Returns: schema, reason.
SELECT n.nspname AS schema,
       COALESCE('created by extension ' || x.extname,
                'owned by ' || pg_catalog.pg_get_userbyid(n.nspowner)) AS reason
FROM pg_catalog.pg_namespace AS n
LEFT JOIN pg_catalog.pg_depend AS d
       ON d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND d.objid = n.oid
      AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
LEFT JOIN pg_catalog.pg_extension AS x ON x.oid = d.refobjid
WHERE n.nspname NOT IN ('public', 'pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
  AND (x.oid IS NOT NULL
       OR pg_catalog.pg_get_userbyid(n.nspowner)
          = ANY (ARRAY['provider_roles']))
ORDER BY n.nspname COLLATE "C";
