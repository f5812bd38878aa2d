-- The tables that a plan must cover: all but partitions and tables of extensions. Each with the
-- columns that identify its rows (its primary key, else its first unique NOT NULL index) and the
-- tables that its foreign keys reference.
-- Returns: schema, name, is_foreign, key (JSON list), refers_to (JSON list of [schema, name]),
-- columns (JSON list).
SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'f' AS is_foreign,
       COALESCE((SELECT pg_catalog.json_agg(a.attname ORDER BY p.place)
                 FROM pg_catalog.generate_series(0, k.indnkeyatts - 1) AS p (place)
                 JOIN pg_catalog.pg_attribute AS a
                      ON a.attrelid = c.oid AND a.attnum = k.indkey[p.place]), '[]') AS key,
       COALESCE((SELECT pg_catalog.json_agg(pg_catalog.json_build_array(rn.nspname, r.relname)
                                            ORDER BY rn.nspname COLLATE "C", r.relname COLLATE "C")
                 FROM (SELECT DISTINCT f.confrelid FROM pg_catalog.pg_constraint AS f
                       WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS f
                 JOIN pg_catalog.pg_class AS r ON r.oid = f.confrelid
                 JOIN pg_catalog.pg_namespace AS rn ON rn.oid = r.relnamespace), '[]') AS refers_to,
       COALESCE((SELECT pg_catalog.json_agg(a.attname ORDER BY a.attnum)
                 FROM pg_catalog.pg_attribute AS a
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]') AS columns
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT i.indkey, i.indnkeyatts::integer AS indnkeyatts
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
    WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
      AND i.indexprs IS NULL
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute AS a
                      WHERE a.attrelid = c.oid AND NOT a.attnotnull
                        AND a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1]))
    ORDER BY i.indisprimary DESC, ic.relname COLLATE "C"
    LIMIT 1
) AS k ON true
WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                  WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
