-- What the target must have before stage schema restores a dump of this database.
-- $1 json: what the plan excludes, a list of {"schema", "name"} (name null: all of the schema).
-- $2 boolean: whether owners are kept. $3 boolean: whether privileges are kept.
-- Returns: roles (JSON object: each role that a statement of the dump names, except the owners of
-- schemas, relations, functions and types, and the statement that creates it), all_roles (JSON
-- object: the same of every role), tablespaces (JSON list). Never passwords.
WITH excluded AS (
    SELECT w.value ->> 'schema' AS schema, w.value ->> 'name' AS name
    FROM pg_catalog.json_array_elements($1::pg_catalog.json) AS w
), relations AS (
    SELECT c.oid, c.reltablespace
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
      AND NOT EXISTS (SELECT FROM excluded AS x
                      WHERE x.schema = n.nspname AND (x.name IS NULL OR x.name = c.relname))
), named AS (
    SELECT DISTINCT s.refobjid AS oid
    FROM pg_catalog.pg_shdepend AS s
    LEFT JOIN pg_catalog.pg_policy AS p ON p.oid = s.objid
                                       AND s.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(s.classid, s.objid, s.objsubid) AS o
    WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d
                    WHERE d.datname = pg_catalog.current_database())
      AND s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
      AND CASE WHEN s.deptype = 'r' OR s.classid = 'pg_catalog.pg_user_mapping'::pg_catalog.regclass
               THEN true  -- statements for policies and mappings name roles in any case
               WHEN s.deptype = 'a' OR s.classid = 'pg_catalog.pg_default_acl'::pg_catalog.regclass
               THEN $3::boolean
               ELSE s.deptype = 'o' AND $2::boolean END
      AND CASE WHEN p.oid IS NOT NULL THEN p.polrelid IN (SELECT r.oid FROM relations AS r)
               WHEN s.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
               THEN s.objid IN (SELECT r.oid FROM relations AS r)
               ELSE NOT EXISTS (SELECT FROM excluded AS x
                                WHERE x.name IS NULL
                                  AND x.schema = COALESCE(o.schema, CASE o.type WHEN 'schema'
                                                                    THEN o.name END)) END
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                      WHERE d.classid = s.classid AND d.objid = s.objid AND d.deptype = 'e')
), roles AS (
    SELECT r.rolname, r.oid IN (SELECT n.oid FROM named AS n) AS is_named,
           pg_catalog.format('CREATE ROLE %I ', r.rolname)
           || pg_catalog.concat_ws(' ', CASE WHEN r.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
                                   CASE WHEN r.rolsuper THEN 'SUPERUSER' END,
                                   CASE WHEN NOT r.rolinherit THEN 'NOINHERIT' END,
                                   CASE WHEN r.rolcreatedb THEN 'CREATEDB' END,
                                   CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END,
                                   CASE WHEN r.rolreplication THEN 'REPLICATION' END,
                                   CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END) || ';'
           || CASE WHEN r.rolcanlogin THEN pg_catalog.format('  -- then give it a password: \password %I', r.rolname)
                   ELSE '' END AS statement
    FROM pg_catalog.pg_roles AS r
    WHERE r.rolname !~ '^pg_'
)
SELECT (SELECT COALESCE(pg_catalog.json_object_agg(r.rolname, r.statement), '{}')
        FROM roles AS r WHERE r.is_named) AS roles,
       (SELECT COALESCE(pg_catalog.json_object_agg(r.rolname, r.statement), '{}')
        FROM roles AS r) AS all_roles,
       (SELECT COALESCE(pg_catalog.json_agg(DISTINCT t.spcname), '[]')
        FROM relations AS r
        JOIN pg_catalog.pg_tablespace AS t ON t.oid = r.reltablespace) AS tablespaces
ORDER BY 3::text;
