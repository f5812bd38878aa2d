-- Damage to extended statistics, statistics targets and what the planner knows.
-- The option pg_attver isn't one that anybody set: PostgreSQL 15.20 keeps it itself.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, s.object,
       pg_catalog.format(d.plant, s.relation, s.name, s.columns, s.definition, s.own_name) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_build_array((SELECT '
       'pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array('
                         'pg_catalog.to_jsonb(s) ->> ''stxstattarget'', pg_catalog.pg_get_statisticsobjdef(s.oid)) '
                         'ORDER BY s.oid) FROM pg_catalog.pg_statistic_ext AS s WHERE s.stxrelid = '
                         '%1$L::pg_catalog.regclass), '
                         '(SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(a.attrelid, a.attstattarget, '
                         '(SELECT pg_catalog.array_agg(o.option) FROM pg_catalog.unnest(a.attoptions) AS o (option) '
                         'WHERE o.option !~ ''^pg_attver='')) ORDER BY a.attrelid, a.attnum) '
                         'FROM pg_catalog.pg_attribute AS a '
                         'WHERE a.attrelid = %1$L::pg_catalog.regclass OR a.attrelid IN (SELECT i.indexrelid '
                         'FROM pg_catalog.pg_index AS i WHERE i.indrelid = %1$L::pg_catalog.regclass)), '
                         '(SELECT pg_catalog.count(*) FROM pg_catalog.pg_statistic AS t '
                         'WHERE t.starelid = %1$L::pg_catalog.regclass))', s.relation) AS looks,
       d.gate, pg_catalog.format('%1$s' || d.finding, s.relation, s.own_name, s.definition) AS finding, d.also,
       NULL AS undo
FROM (
    SELECT 'statistics' AS sort, pg_catalog.format('%I.%I', n.nspname, s.stxname) AS object,
           pg_catalog.format('%I.%I', n.nspname, s.stxname) AS name, pg_catalog.quote_ident(s.stxname) AS own_name,
           pg_catalog.format('%I.%I', cn.nspname, c.relname) AS relation,
           pg_catalog.substring(pg_catalog.pg_get_statisticsobjdef(s.oid), ' ON (.*) FROM ') AS columns,
           pg_catalog.pg_get_statisticsobjdef(s.oid) AS definition, NULL::text AS type, NULL::integer AS target
    FROM pg_catalog.pg_statistic_ext AS s
    JOIN pg_catalog.pg_namespace AS n ON n.oid = s.stxnamespace
    JOIN pg_catalog.pg_class AS c ON c.oid = s.stxrelid
    JOIN pg_catalog.pg_namespace AS cn ON cn.oid = c.relnamespace
    WHERE NOT c.relispartition
    UNION ALL
    SELECT CASE WHEN c.relkind = 'i' THEN 'index' WHEN EXISTS (
                    SELECT FROM pg_catalog.unnest(a.attoptions) AS o (option) WHERE o.option !~ '^pg_attver=')
                THEN 'options'
                WHEN COALESCE(a.attstattarget, -1) <> -1 THEN 'target' ELSE 'column' END,
           pg_catalog.format('%I.%I.%I', n.nspname, c.relname, a.attname), pg_catalog.format('%I.%I', n.nspname,
           c.relname),
           CASE c.relkind WHEN 'i' THEN pg_catalog.quote_ident(c.relname) ELSE pg_catalog.quote_ident(a.attname) END,
           pg_catalog.format('%I.%I', n.nspname, COALESCE(ic.relname, c.relname)), a.attnum::text, NULL,
           pg_catalog.format_type(a.atttypid, NULL), a.attstattarget
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = c.oid
    LEFT JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indrelid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      AND (c.relkind = 'r' OR c.relkind = 'i' AND i.indkey[a.attnum - 1] = 0) AND NOT c.relispartition
      AND COALESCE(NOT ic.relispartition AND ic.relkind = 'r', true)
    UNION ALL
    SELECT 'analyzed', pg_catalog.format('%I.%I', n.nspname, c.relname), NULL, NULL,
           pg_catalog.format('%I.%I', n.nspname, c.relname), NULL, NULL, NULL, NULL
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND NOT c.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      AND EXISTS (SELECT FROM pg_catalog.pg_statistic AS t WHERE t.starelid = c.oid)
) AS s
JOIN (VALUES
    ('statistics', 'extended statistics dropped', 'DROP STATISTICS %2$s', 'extended_statistics',
     ' statistics %2$s: have none on the target, want one, as on the source*', 'owners'),
    ('statistics', 'extended statistics renamed', 'ALTER STATISTICS %2$s RENAME TO renamed_by_selftest',
     'extended_statistics', ' statistics %2$s: have none on the target, want one, as on the source*', 'owners'),
    ('statistics', 'extended statistics of fewer kinds', 'DROP STATISTICS %2$s; '
     'CREATE STATISTICS %2$s (ndistinct) ON %3$s FROM %1$s', 'extended_statistics',
     ' statistics %2$s: have definition: *, want definition: %3$s', ''),
    ('statistics', 'extended statistics with another target', 'ALTER STATISTICS %2$s SET STATISTICS 77',
     'extended_statistics', ' statistics %2$s: have target: 77, want target: *', ''),
    ('column', 'column with a statistics target', 'ALTER TABLE %1$s ALTER COLUMN %5$s SET STATISTICS 77',
     'extended_statistics', ' column %2$s: have one on the target, want none, as on the source', ''),
    ('target', 'column without its statistics target', 'ALTER TABLE %1$s ALTER COLUMN %5$s SET STATISTICS -1',
     'extended_statistics', ' column %2$s: have none on the target, want one, as on the source*', ''),
    ('target', 'column with another statistics target', 'ALTER TABLE %1$s ALTER COLUMN %5$s SET STATISTICS 77',
     'extended_statistics', ' column %2$s: have target: 77, want target: *', ''),
    ('column', 'column without statistics', 'ALTER TABLE %1$s ALTER COLUMN %5$s SET STATISTICS 0',
     'extended_statistics', ' column %2$s: have one on the target, want none, as on the source', ''),
    ('column', 'column with an option', 'ALTER TABLE %1$s ALTER COLUMN %5$s SET (n_distinct = 7)',
     'extended_statistics', ' column %2$s: have one on the target, want none, as on the source', ''),
    ('options', 'column with other options', 'ALTER TABLE %1$s ALTER COLUMN %5$s SET (n_distinct = -1)',
     'extended_statistics', ' column %2$s: have options: *, want options: *', ''),
    ('options', 'column without its options', 'ALTER TABLE %1$s ALTER COLUMN %5$s RESET (n_distinct)',
     'extended_statistics', ' column %2$s: have none on the target, want one, as on the source*', ''),
    ('index', 'index with a statistics target', 'ALTER INDEX %2$s ALTER COLUMN %3$s SET STATISTICS 77',
     'extended_statistics', ' index %2$s column *: have one on the target, want none, as on the source', ''),
    ('analyzed', 'table that was never analyzed', 'DELETE FROM pg_catalog.pg_statistic '
     'WHERE starelid = ''%1$s''::pg_catalog.regclass', 'planner_statistics',
     ': have no statistics, want statistics from ANALYZE', '')
) AS d (sort, kind, plant, gate, finding, also) ON d.sort = s.sort
ORDER BY s.object COLLATE "C", d.kind;
