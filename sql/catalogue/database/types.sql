-- Domains, composite types, ranges, enums, base types and shell types. Types that the server creates together
-- with a table, an array or a range aren't listed.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT n.nspname AS schema, NULL AS relation,
       pg_catalog.format('%s %I.%I', CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range'
                                                    WHEN 'e' THEN 'enum' WHEN 'p' THEN 'shell type'
                                                    ELSE 'type' END,
                         n.nspname, t.typname) AS object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid
                 AND e.deptype = 'e') AS of_extension,
       (pg_catalog.jsonb_build_object(
           'labels', (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', '
                                                   ORDER BY e.enumsortorder)
                      FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid),
           'base', pg_catalog.json_build_object('name', CASE t.typtype
               WHEN 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END),
           'not null', CASE t.typtype WHEN 'd' THEN t.typnotnull::text END,
           -- typdefault has names as they were qualified then. A domain may have it from a base type.
           'default', pg_catalog.json_build_object(
               'expression', COALESCE(
                   pg_catalog.pg_get_expr(t.typdefaultbin, 0),
                   CASE WHEN t.typtype = 'd' AND t.typdefault IS NOT NULL
                        THEN pg_catalog.format('%L::%s', t.typdefault,
                                               pg_catalog.format_type(t.typbasetype, t.typtypmod))
                        ELSE t.typdefault END)),
           'collation', pg_catalog.json_build_object('name', (
                         SELECT pg_catalog.format('%I.%I', kn.nspname, k.collname)
                         FROM pg_catalog.pg_collation AS k
                         JOIN pg_catalog.pg_namespace AS kn ON kn.oid = k.collnamespace
                         WHERE k.oid = COALESCE(r.rngcollation, t.typcollation))),
           'attributes', pg_catalog.json_build_object('name', (
                         SELECT pg_catalog.string_agg(
                                     pg_catalog.format('%I %s', a.attname,
                                                       pg_catalog.format_type(a.atttypid, a.atttypmod))
                                     || CASE WHEN a.attcollation <> at.typcollation
                                             THEN ' COLLATE ' || a.attcollation::pg_catalog.regcollation
                                             ELSE '' END,
                                     ', ' ORDER BY a.attnum)
                          FROM pg_catalog.pg_attribute AS a
                          JOIN pg_catalog.pg_type AS at ON at.oid = a.atttypid  -- a dropped one has none
                          WHERE a.attrelid = t.typrelid)),
           'subtype', pg_catalog.jsonb_build_object('name', pg_catalog.format_type(r.rngsubtype, NULL)),
           'canonical', pg_catalog.jsonb_build_object('name', NULLIF(r.rngcanonical::text, '-')),
           'difference', pg_catalog.jsonb_build_object('name', NULLIF(r.rngsubdiff::text, '-')),
           'operator class', CASE WHEN r.rngsubopc IS NOT NULL THEN
               (pg_catalog.pg_identify_object('pg_catalog.pg_opclass'::pg_catalog.regclass,
                                              r.rngsubopc, 0)).identity END,
           -- 13 has no multiranges; the others make one with a name of their own unless told another.
           'multirange', (SELECT pg_catalog.format('%I.%I', mn.nspname, m.typname)
                          FROM pg_catalog.pg_type AS m
                          JOIN pg_catalog.pg_namespace AS mn ON mn.oid = m.typnamespace
                          WHERE m.oid = (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::oid
                            AND (m.typnamespace <> t.typnamespace
                                 OR m.typname <> pg_catalog.regexp_replace(t.typname, 'range',
                                                                           'multirange')::name
                                    AND NOT (m.typname ~ '_multirange$'  -- 52 bytes of the name
                                             AND pg_catalog.starts_with(
                                                 t.typname, pg_catalog.left(m.typname, -11))
                                             AND (m.typname = t.typname || '_multirange'
                                                  OR pg_catalog.octet_length(m.typname::text) > 59))))) || CASE WHEN t.typtype <> 'b' THEN '{}' ELSE pg_catalog.jsonb_build_object(
           'input', pg_catalog.jsonb_build_object('name', t.typinput::text),
           'output', pg_catalog.jsonb_build_object('name', t.typoutput::text),
           'receive', pg_catalog.jsonb_build_object('name', NULLIF(t.typreceive::text, '-')),
           'send', pg_catalog.jsonb_build_object('name', NULLIF(t.typsend::text, '-')),
           'modifier input', pg_catalog.jsonb_build_object('name', NULLIF(t.typmodin::text, '-')),
           'modifier output', pg_catalog.jsonb_build_object('name', NULLIF(t.typmodout::text, '-')),
           'analyze', pg_catalog.jsonb_build_object('name', NULLIF(t.typanalyze::text, '-')),
           'subscript', pg_catalog.jsonb_build_object('name', NULLIF(pg_catalog.to_jsonb(t) ->> 'typsubscript', '-')),
           'length', t.typlen::text,
           'passed', CASE WHEN t.typbyval THEN 'by value' ELSE 'by reference' END,
           'alignment', t.typalign::text,
           'storage', t.typstorage::text,
           'category', t.typcategory::text,
           'preferred', t.typispreferred::text,
           'delimiter', t.typdelim::text,
           'element', pg_catalog.jsonb_build_object('name', pg_catalog.format_type(NULLIF(t.typelem, 0), NULL))) END
        || COALESCE((SELECT pg_catalog.jsonb_object_agg(
                                'check ' || k.conname, pg_catalog.jsonb_build_object(
                                    'constraint', pg_catalog.pg_get_constraintdef(k.oid)))
                     FROM pg_catalog.pg_constraint AS k
                     WHERE k.contypid = t.oid AND k.contype = 'c'), '{}'))::json AS properties,
       CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                         WHERE k.contypid = t.oid AND NOT k.convalidated)
            THEN 'has a check that was never validated' END AS doubt
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
LEFT JOIN pg_catalog.pg_range AS r ON r.rngtypid = t.oid
WHERE t.typtype IN ('b', 'c', 'd', 'e', 'r', 'p')
  AND (c.oid IS NULL OR c.relkind = 'c')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS element
                      WHERE element.oid = t.typelem AND element.typarray = t.oid)
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", t.typname COLLATE "C";
