-- What must exist before what: a table before those whose foreign keys point to it, an enum or an
-- extension before the tables that use it, a table before its indexes.
-- Returns: kind and name of the dependent (relation, type, index), needs_kind and needs_name of
-- what it needs (relation, type, extension); names as schema and name, the schema of an extension
-- is NULL.
WITH member AS (
    SELECT d.classid, d.objid, e.extname
    FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_extension AS e ON e.oid = d.refobjid
    WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'e'
), relation AS (
    SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
), used_type AS (
    SELECT a.attrelid, COALESCE(NULLIF(t.typelem, 0), t.oid) AS typid
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    WHERE a.attnum > 0 AND NOT a.attisdropped
), dependency AS (
    SELECT 'relation' AS kind, r.schema, r.name, 'relation' AS needs_kind,
           p.schema AS needs_schema, p.name AS needs_name
    FROM pg_catalog.pg_constraint AS k
    JOIN relation AS r ON r.oid = k.conrelid
    JOIN relation AS p ON p.oid = k.confrelid
    WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid <> k.confrelid
    UNION
    SELECT 'relation', r.schema, r.name, 'type', n.nspname, t.typname
    FROM used_type AS u
    JOIN relation AS r ON r.oid = u.attrelid AND r.relkind IN ('r', 'p')
    JOIN pg_catalog.pg_type AS t ON t.oid = u.typid AND t.typtype = 'e'
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    UNION
    SELECT 'relation', r.schema, r.name, 'extension', NULL, m.extname
    FROM used_type AS u
    JOIN relation AS r ON r.oid = u.attrelid AND r.relkind IN ('r', 'p')
    JOIN member AS m ON m.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND m.objid = u.typid
    UNION
    SELECT 'relation', r.schema, r.name, 'extension', NULL, m.extname
    FROM pg_catalog.pg_attrdef AS f
    JOIN relation AS r ON r.oid = f.adrelid
    JOIN pg_catalog.pg_depend AS d
      ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND d.objid = f.oid
    JOIN member AS m ON m.classid = d.refclassid AND m.objid = d.refobjid
    UNION
    SELECT 'index', r.schema, r.name, 'relation', p.schema, p.name
    FROM pg_catalog.pg_index AS i
    JOIN relation AS r ON r.oid = i.indexrelid
    JOIN relation AS p ON p.oid = i.indrelid
)
SELECT kind, schema, name, needs_kind, needs_schema, needs_name
FROM dependency
ORDER BY kind COLLATE "C", schema COLLATE "C", name COLLATE "C", needs_kind COLLATE "C",
         needs_schema COLLATE "C" NULLS FIRST, needs_name COLLATE "C";
