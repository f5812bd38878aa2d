-- The tables that a plan must cover: all but partitions and tables of extensions. Each with the
-- columns that identify its rows (its primary key, else its first unique NOT NULL index) and the
-- tables that its foreign keys reference.
-- $1 text: the pattern of valid text in a database whose encoding is SQL_ASCII; else NULL.
-- Returns: is_readable (if false, a name isn't valid text, and the rest is NULL), schema, name,
-- is_foreign, key (JSON list), refers_to (JSON list of [schema, name]), columns (JSON list).
SELECT e.is_readable,
       CASE WHEN e.is_readable THEN d.schema END AS schema,
       CASE WHEN e.is_readable THEN d.name END AS name,
       CASE WHEN e.is_readable THEN d.is_foreign END AS is_foreign,
       CASE WHEN e.is_readable THEN d.key END AS key,
       CASE WHEN e.is_readable THEN d.refers_to END AS refers_to,
       CASE WHEN e.is_readable THEN d.columns END AS columns
FROM (
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
) AS d
CROSS JOIN LATERAL (
    SELECT $1::text IS NULL
           OR pg_catalog.concat_ws(' ', d.schema, d.name, d.key, d.refers_to, d.columns) COLLATE "C"
              ~ $1::text AS is_readable
) AS e
ORDER BY d.schema COLLATE "C", d.name COLLATE "C";
