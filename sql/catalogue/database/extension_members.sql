-- The names in the schemas of extensions that belong to the extensions.
-- Returns: extensions (JSON list: several may have operators of one name), schema, name, is_shared
-- (something else has the same name there, like a user's function with other arguments).
SELECT pg_catalog.json_agg(x.extname) FILTER (WHERE x.oid IS NOT NULL) AS extensions,
       n.nspname AS schema, m.name,
       pg_catalog.count(*) > pg_catalog.count(x.oid) AS is_shared
FROM (
    SELECT 'pg_catalog.pg_type'::pg_catalog.regclass AS class, t.oid, t.typnamespace AS namespace,
           t.typname AS name
    FROM pg_catalog.pg_type AS t
    LEFT JOIN pg_catalog.pg_class AS r ON r.oid = t.typrelid AND r.relkind <> 'c'
    WHERE r.oid IS NULL  -- a relation's row type isn't something else
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, p.pronamespace, p.proname
    FROM pg_catalog.pg_proc AS p
    UNION ALL
    SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, o.oprnamespace, o.oprname
    FROM pg_catalog.pg_operator AS o
    UNION ALL
    SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, o.oid, o.opcnamespace, o.opcname
    FROM pg_catalog.pg_opclass AS o
    UNION ALL
    SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, o.oid, o.opfnamespace, o.opfname
    FROM pg_catalog.pg_opfamily AS o
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, c.oid, c.relnamespace, c.relname
    FROM pg_catalog.pg_class AS c WHERE c.relkind <> 'c'
    UNION ALL
    SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, c.oid, c.collnamespace, c.collname
    FROM pg_catalog.pg_collation AS c
    UNION ALL
    SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, c.oid, c.cfgnamespace, c.cfgname
    FROM pg_catalog.pg_ts_config AS c
    UNION ALL
    SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, c.oid, c.dictnamespace, c.dictname
    FROM pg_catalog.pg_ts_dict AS c
    UNION ALL
    SELECT 'pg_catalog.pg_ts_parser'::pg_catalog.regclass, c.oid, c.prsnamespace, c.prsname
    FROM pg_catalog.pg_ts_parser AS c
    UNION ALL
    SELECT 'pg_catalog.pg_ts_template'::pg_catalog.regclass, c.oid, c.tmplnamespace, c.tmplname
    FROM pg_catalog.pg_ts_template AS c
) AS m
JOIN pg_catalog.pg_namespace AS n ON n.oid = m.namespace
LEFT JOIN pg_catalog.pg_depend AS d ON d.classid = m.class AND d.objid = m.oid AND d.deptype = 'e'
LEFT JOIN pg_catalog.pg_extension AS x ON x.oid = d.refobjid AND x.extnamespace = m.namespace
GROUP BY n.nspname, m.name
HAVING pg_catalog.count(x.oid) > 0
ORDER BY n.nspname COLLATE "C", m.name COLLATE "C";
