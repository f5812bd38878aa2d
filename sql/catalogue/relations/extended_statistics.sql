-- The extended statistics of each table, and the statistics targets and options of its columns and of
-- its indexes' columns, which have numbers because the server names them. The option pg_attver isn't
-- listed: from 15.20 on a server stores a number of its own there for every column, and dumps don't
-- contain it.
-- Returns: schema, relation, object (NULL: the relation has none), properties (JSON object of
-- texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.properties, NULL AS doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT pg_catalog.format('statistics %I', s.stxname) AS object,
           pg_catalog.json_build_object(
               'definition', pg_catalog.json_build_object(
                   'statement', pg_catalog.pg_get_statisticsobjdef(s.oid)),
               'target', COALESCE(NULLIF(pg_catalog.to_jsonb(s) ->> 'stxstattarget', '-1'),
                                  'default')) AS properties
    FROM pg_catalog.pg_statistic_ext AS s
    WHERE s.stxrelid = c.oid
    UNION ALL
    SELECT pg_catalog.format('column %I', a.attname),
           pg_catalog.json_build_object(
               'target', NULLIF(a.attstattarget, -1)::text,
               'options', chosen.options)
    FROM pg_catalog.pg_attribute AS a
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(o.option, ', ' ORDER BY o.option COLLATE "C") AS options
        FROM pg_catalog.unnest(a.attoptions) AS o (option)
        WHERE o.option !~ '^pg_attver='
    ) AS chosen
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND (COALESCE(a.attstattarget, -1) <> -1 OR chosen.options IS NOT NULL)
    UNION ALL
    SELECT pg_catalog.format('index %I column %s', ic.relname, a.attnum),
           pg_catalog.json_build_object('target', a.attstattarget::text)
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indexrelid
    WHERE i.indrelid = c.oid AND COALESCE(a.attstattarget, -1) <> -1
) AS o ON true
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
