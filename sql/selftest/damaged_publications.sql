-- Damage to publications.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, p.name AS object,
       pg_catalog.format(d.plant, p.name, p.first_table, p.tables, p.other_table, p.first_column) AS plant,
       'SELECT pg_catalog.jsonb_build_array((SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(p) - ''oid'' '
       'ORDER BY p.pubname) FROM pg_catalog.pg_publication AS p), (SELECT pg_catalog.jsonb_agg('
       'pg_catalog.to_jsonb(r) - ''oid'' ORDER BY r.prpubid, r.prrelid) FROM pg_catalog.pg_publication_rel AS r)'
       || CASE WHEN pg_catalog.current_setting('server_version_num')::integer >= 150000
               THEN ', (SELECT pg_catalog.jsonb_agg(n.pnnspid ORDER BY n.pnnspid) '
                    'FROM pg_catalog.pg_publication_namespace AS n)' ELSE '' END || ')' AS looks,
       'publications' AS gate,
       pg_catalog.format('publication %1$s' || d.finding, p.name, p.first_table, p.other_table) AS finding, d.also,
       NULL AS undo
FROM (
    SELECT pg_catalog.quote_ident(p.pubname) AS name, p.puballtables, p.pubviaroot, t.tables, t.first_table,
           (SELECT pg_catalog.quote_ident(a.attname) FROM pg_catalog.pg_attribute AS a
            JOIN pg_catalog.pg_index AS i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = t.first_table::pg_catalog.regclass AND a.attnum = i.indkey[0]) AS first_column,
           (SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND NOT c.relispartition
              AND n.nspname !~ '^(pg_.*|information_schema)$'
              AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid
                                              FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_publication_rel AS r
                              WHERE r.prpubid = p.oid AND r.prrelid = c.oid)
            ORDER BY c.oid LIMIT 1) AS other_table
    FROM pg_catalog.pg_publication AS p
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.format('%I.%I', n.nspname, c.relname), ', ' ORDER BY c.oid) AS tables,
               (pg_catalog.array_agg(pg_catalog.format('%I.%I', n.nspname, c.relname) ORDER BY c.oid))[1] AS first_table
        FROM pg_catalog.pg_publication_rel AS r
        JOIN pg_catalog.pg_class AS c ON c.oid = r.prrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE r.prpubid = p.oid
    ) AS t
) AS p
JOIN (VALUES
    ('any', 'publication dropped', 'DROP PUBLICATION %1$s', ': have none on the target, want one, as on the source*',
     'leftovers,owners'),
    ('any', 'publication renamed', 'ALTER PUBLICATION %1$s RENAME TO renamed_by_selftest',
     ': have none on the target, want one, as on the source*', 'leftovers,owners'),
    ('tables', 'publication of fewer tables', 'ALTER PUBLICATION %1$s DROP TABLE %2$s',
     ' table %2$s: have none on the target, want one, as on the source*', ''),
    ('tables', 'publication of more tables', 'ALTER PUBLICATION %1$s ADD TABLE %4$s',
     ' table %3$s: have one on the target, want none, as on the source', ''),
    ('tables', 'publication of all tables', 'DROP PUBLICATION %1$s; CREATE PUBLICATION %1$s FOR ALL TABLES',
     ': have all tables: true, want all tables: false', ''),
    ('any', 'publication without deletes', 'ALTER PUBLICATION %1$s SET (publish = ''insert, update, truncate'')',
     ': have operations: insert, update, truncate, want operations: *', ''),
    ('any', 'publication of inserts only', 'ALTER PUBLICATION %1$s SET (publish = ''insert'')',
     ': have operations: insert, want operations: *', ''),
    ('own', 'publication as the partitioned table', 'ALTER PUBLICATION %1$s SET (publish_via_partition_root = true)',
     ': have as the partitioned table: true, want as the partitioned table: false', ''),
    ('tables of 15', 'publication with a row filter', 'ALTER PUBLICATION %1$s DROP TABLE %2$s; '
     'ALTER PUBLICATION %1$s ADD TABLE %2$s WHERE (%5$s IS NOT NULL)',
     ' table %2$s: have where: *, want where: none', ''),
    ('tables of 15', 'publication of fewer columns', 'ALTER PUBLICATION %1$s DROP TABLE %2$s; '
     'ALTER PUBLICATION %1$s ADD TABLE %2$s (%5$s)', ' table %2$s: have columns: *, want columns: none', ''),
    ('tables of 15', 'publication of a schema more', 'ALTER PUBLICATION %1$s ADD TABLES IN SCHEMA public',
     ' schema public: have one on the target, want none, as on the source', '')
) AS d (applies, kind, plant, finding, also)
  ON CASE d.applies
         WHEN 'any' THEN true
         WHEN 'tables' THEN NOT p.puballtables AND p.tables IS NOT NULL
         WHEN 'own' THEN NOT p.pubviaroot
         WHEN 'tables of 15' THEN NOT p.puballtables AND p.tables IS NOT NULL
                                  AND pg_catalog.current_setting('server_version_num')::integer >= 150000
     END
ORDER BY p.name COLLATE "C", d.kind;
