-- Which object must exist before which: a table before those that reference it, inherit from it or
-- have its rows in a column, and before its indexes; an enum before the tables that use it, also
-- within a domain, an array, a range or a composite type; an extension before what uses its types,
-- functions or operators.
-- Returns: kind, schema and name of the dependent (relation, index), and needs_kind, needs_schema
-- and needs_name of what it needs (relation, type, extension). An extension's schema is NULL.
WITH RECURSIVE member AS (
    SELECT d.classid, d.objid, e.extname
    FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_extension AS e ON e.oid = d.refobjid
    WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'e'
), relation AS (
    SELECT c.oid, n.nspname AS schema, c.relname AS name,
           CASE WHEN c.relkind IN ('i', 'I') THEN 'index' ELSE 'relation' END AS kind
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'i', 'I')
      AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND n.nspname !~ '^pg_(toast|temp)'
), used_type AS (  -- the server's own types need nothing
    SELECT a.attrelid AS relid, a.atttypid AS typid
    FROM pg_catalog.pg_attribute AS a
    JOIN relation AS r ON r.oid = a.attrelid AND r.kind = 'relation'
    WHERE a.atttypid >= 16384
    UNION
    SELECT u.relid, inner_type.oid
    FROM used_type AS u
    JOIN pg_catalog.pg_type AS t ON t.oid = u.typid
    CROSS JOIN LATERAL (
        SELECT t.typelem
        UNION ALL
        SELECT t.typbasetype
        UNION ALL
        SELECT g.rngsubtype FROM pg_catalog.pg_range AS g
        WHERE t.oid::text IN (g.rngtypid::text, pg_catalog.to_jsonb(g) ->> 'rngmultitypid')
        UNION ALL
        SELECT a.atttypid FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = t.typrelid
    ) AS inner_type (oid)
    WHERE inner_type.oid >= 16384
), part AS (
    SELECT r.oid AS relid, 'pg_catalog.pg_class'::pg_catalog.regclass AS classid, r.oid AS objid
    FROM relation AS r
    UNION ALL
    SELECT f.adrelid, 'pg_catalog.pg_attrdef'::pg_catalog.regclass, f.oid
    FROM pg_catalog.pg_attrdef AS f
    UNION ALL
    SELECT k.conrelid, 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid
    FROM pg_catalog.pg_constraint AS k
), need AS (
    SELECT k.conrelid AS relid, p.kind, p.schema, p.name
    FROM pg_catalog.pg_constraint AS k
    JOIN relation AS p ON p.oid = k.confrelid
    WHERE k.conparentid = 0 AND k.conrelid <> k.confrelid
    UNION
    SELECT h.inhrelid, p.kind, p.schema, p.name
    FROM pg_catalog.pg_inherits AS h
    JOIN relation AS p ON p.oid = h.inhparent
    UNION
    SELECT i.indexrelid, p.kind, p.schema, p.name
    FROM pg_catalog.pg_index AS i
    JOIN relation AS p ON p.oid = i.indrelid
    UNION
    SELECT u.relid, p.kind, p.schema, p.name
    FROM used_type AS u
    JOIN pg_catalog.pg_type AS t ON t.oid = u.typid
    JOIN relation AS p ON p.oid = t.typrelid
    UNION
    SELECT u.relid, 'type', n.nspname, t.typname
    FROM used_type AS u
    JOIN pg_catalog.pg_type AS t ON t.oid = u.typid AND t.typtype = 'e'
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    WHERE NOT EXISTS (SELECT FROM member AS m
                      WHERE m.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                        AND m.objid = t.oid)
    UNION
    SELECT u.relid, 'extension', NULL, m.extname
    FROM used_type AS u
    JOIN member AS m ON m.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND m.objid = u.typid
    UNION
    SELECT o.relid, 'extension', NULL, m.extname
    FROM part AS o
    JOIN pg_catalog.pg_depend AS d ON d.classid = o.classid AND d.objid = o.objid
    JOIN member AS m ON m.classid = d.refclassid AND m.objid = d.refobjid
)
SELECT r.kind, r.schema, r.name,
       need.kind AS needs_kind, need.schema AS needs_schema, need.name AS needs_name
FROM need
JOIN relation AS r ON r.oid = need.relid
ORDER BY r.kind COLLATE "C", r.schema COLLATE "C", r.name COLLATE "C", need.kind COLLATE "C",
         need.schema COLLATE "C" NULLS FIRST, need.name COLLATE "C";
