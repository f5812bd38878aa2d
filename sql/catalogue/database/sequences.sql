-- The parameters of sequences. Their positions aren't listed: sequence_headroom.sql compares those. An
-- identity column of integer may have a sequence of bigint, from CREATE TABLE ... (LIKE ...); dumps don't
-- keep that, and the column limits the numbers.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT n.nspname AS schema, o.relation,
       pg_catalog.format('sequence %I.%I', n.nspname, c.relname) AS object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid
                 AND e.deptype = 'e') AS of_extension,
       pg_catalog.json_build_object(
           'type', pg_catalog.format_type(COALESCE(o.narrower, s.seqtypid), NULL),
           'start', s.seqstart::text,
           'increment', s.seqincrement::text,
           'minimum', s.seqmin::text,
           'maximum', s.seqmax::text,
           'cache', s.seqcache::text,
           'cycles', s.seqcycle::text,
           'owned by', pg_catalog.json_build_object('name', o.owner),
           'logged', (c.relpersistence = 'p')::text) AS properties,
       NULL AS doubt
FROM pg_catalog.pg_sequence AS s
JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT t.relname AS relation,
           pg_catalog.format('%I.%I.%I%s', tn.nspname, t.relname, a.attname,
                             CASE d.deptype WHEN 'i' THEN ', as identity' END) AS owner,
           CASE WHEN d.deptype = 'i' AND a.attlen < y.typlen THEN a.atttypid END AS narrower
    FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_class AS t ON t.oid = d.refobjid
    JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.relnamespace
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    JOIN pg_catalog.pg_type AS y ON y.oid = s.seqtypid
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
) AS o ON true
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
