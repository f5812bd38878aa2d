-- Domains, composite types, ranges, enums and base types. Types that the server creates together
-- with a table, an array or a range aren't listed.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT n.nspname AS schema, NULL AS relation,
       pg_catalog.format('%s %I.%I', CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range'
                                                    WHEN 'e' THEN 'enum' ELSE 'type' END,
                         n.nspname, t.typname) AS object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid
                 AND e.deptype = 'e') AS of_extension,
       pg_catalog.json_build_object(
           'labels', (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', '
                                                   ORDER BY e.enumsortorder)
                      FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid),
           'base', CASE t.typtype WHEN 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END,
           'not null', CASE t.typtype WHEN 'd' THEN t.typnotnull::text END,
           'default', t.typdefault,
           'collation', (SELECT pg_catalog.format('%I.%I', kn.nspname, k.collname)
                         FROM pg_catalog.pg_collation AS k
                         JOIN pg_catalog.pg_namespace AS kn ON kn.oid = k.collnamespace
                         WHERE k.oid = COALESCE(r.rngcollation, t.typcollation)),
           'checks', (SELECT pg_catalog.string_agg(
                                 pg_catalog.format('%I %s', k.conname,
                                                   pg_catalog.pg_get_constraintdef(k.oid)),
                                 ', ' ORDER BY k.conname COLLATE "C")
                      FROM pg_catalog.pg_constraint AS k
                      WHERE k.contypid = t.oid AND k.contype = 'c'),
           'attributes', (SELECT pg_catalog.string_agg(
                                     pg_catalog.format('%I %s', a.attname,
                                                       pg_catalog.format_type(a.atttypid, a.atttypmod)),
                                     ', ' ORDER BY a.attnum)
                          FROM pg_catalog.pg_attribute AS a
                          WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
           'subtype', pg_catalog.format_type(r.rngsubtype, NULL),
           'canonical', NULLIF(r.rngcanonical::text, '-'),
           'difference', NULLIF(r.rngsubdiff::text, '-'),
           'input', CASE t.typtype WHEN 'b' THEN t.typinput::text END) AS properties,
       CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                         WHERE k.contypid = t.oid AND NOT k.convalidated)
            THEN 'has a check that was never validated' END AS doubt
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
LEFT JOIN pg_catalog.pg_range AS r ON r.rngtypid = t.oid
WHERE t.typtype IN ('b', 'c', 'd', 'e', 'r')
  AND (c.oid IS NULL OR c.relkind = 'c')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS element WHERE element.typarray = t.oid)
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", t.typname COLLATE "C";
