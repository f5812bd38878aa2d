-- Damage to tables and partitions as wholes.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, t.relation AS object,
       pg_catalog.format(d.plant, t.relation, t.columns, t.options, t.toast_options, t.parent, t.bound, t.name, t.key,
                         t.unique_index, t.wider_bound, t.schema) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(c.oid::pg_catalog.regclass, '
                         'c.relkind, c.relpersistence, c.relchecks, c.relhastriggers, c.relrowsecurity, c.reloptions, '
                         'c.relreplident, c.reloftype, '
                         'pg_catalog.pg_get_expr(c.relpartbound, c.oid), pg_catalog.pg_get_partkeydef(c.oid), '
                         '(SELECT t.reloptions FROM pg_catalog.pg_class AS t WHERE t.oid = c.reltoastrelid), '
                         '(SELECT pg_catalog.jsonb_agg(i.inhparent::pg_catalog.regclass ORDER BY i.inhseqno) '
                         'FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = c.oid), '
                         '(SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(a) - ''attrelid'' - ''attoptions'' '
                         'ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = c.oid)) '
                         'ORDER BY c.oid) FROM pg_catalog.pg_class AS c '
                         'JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace '
                         'WHERE c.relkind IN (''r'', ''p'', ''v'', ''m'', ''i'', ''I'') AND n.nspname = %L', t.nspname)
           AS looks,
       d.gate, pg_catalog.format(d.finding, t.relation, t.columns, t.options, t.toast_options, t.parent, t.bound,
       t.name)
           AS finding,
       CASE d.also WHEN 'gone' THEN 'columns,constraints,extended_statistics,foreign_key_orphans,grants,indexes,owners,'
                                   'partitions,planner_statistics,row_checksum,row_count,row_security,'
                                   'sequence_headroom,storage,triggers,unique_keys,views' ELSE d.also END AS also, NULL AS undo
FROM (
    SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS relation, pg_catalog.quote_ident(c.relname) AS name,
           n.nspname, pg_catalog.quote_ident(n.nspname) AS schema, c.oid, c.relkind, c.relpersistence,
           c.relreplident, c.relispartition,
           pg_catalog.array_to_string(c.reloptions, ', ') AS options,
           pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound,
           pg_catalog.regexp_replace(pg_catalog.pg_get_expr(c.relpartbound, c.oid), ' FROM \([^)]*\)',
                                     ' FROM (MINVALUE)') AS wider_bound,
           CASE WHEN h.oid IS NOT NULL THEN pg_catalog.format('%I.%I', hn.nspname, h.relname) END AS parent,
           (SELECT pg_catalog.string_agg('toast.' || o.option, ', ')
            FROM pg_catalog.pg_class AS t CROSS JOIN LATERAL pg_catalog.unnest(t.reloptions) AS o (option)
            WHERE t.oid = c.reltoastrelid) AS toast_options,
           (SELECT pg_catalog.quote_ident(a.attname) FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum LIMIT 1) AS columns,
           (SELECT pg_catalog.pg_get_partkeydef(c.oid)) AS key,
           (SELECT pg_catalog.quote_ident(ic.relname) FROM pg_catalog.pg_index AS i
            JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
            WHERE i.indrelid = c.oid AND i.indisprimary AND i.indimmediate) AS unique_index,
           EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                   WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = c.oid
                     AND d.deptype = 'n') AS is_used,
           h.oid IS NOT NULL AND NOT c.relispartition AS is_child,
           EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE i.inhparent = c.oid) AS is_parent,
           EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                   WHERE k.contype = 'f' AND c.oid IN (k.conrelid, k.confrelid)) AS has_foreign_keys
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_inherits AS i ON i.inhrelid = c.oid
    LEFT JOIN pg_catalog.pg_class AS h ON h.oid = i.inhparent
    LEFT JOIN pg_catalog.pg_namespace AS hn ON hn.oid = h.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
) AS t
JOIN (VALUES
    ('unused', 'table dropped', 'DROP TABLE %1$s', 'inventory',
     '%1$s: have no such table on the target, want the table', 'gone'),
    ('unused', 'table renamed', 'ALTER TABLE %1$s RENAME TO renamed_by_selftest', 'inventory',
     '%1$s: have no such table on the target, want the table', 'gone'),
    ('unused', 'table in another schema', 'ALTER TABLE %1$s SET SCHEMA public', 'inventory',
     '%1$s: have no such table on the target, want the table', 'gone'),
    ('unused', 'table that became a view', 'ALTER TABLE %1$s RENAME TO renamed_by_selftest; '
     'CREATE VIEW %1$s AS SELECT * FROM %11$s.renamed_by_selftest', 'inventory',
     '%1$s: have *, want *', 'gone'),
    ('logged', 'table no longer logged', 'ALTER TABLE %1$s SET UNLOGGED', 'storage',
     '%1$s storage: have persistence: unlogged, want persistence: logged', ''),
    ('unlogged', 'unlogged table that became logged', 'ALTER TABLE %1$s SET LOGGED', 'storage',
     '%1$s storage: have persistence: logged, want persistence: unlogged', ''),
    ('plain', 'table that autovacuum skips', 'ALTER TABLE %1$s SET (autovacuum_enabled = off)', 'storage',
     '%1$s storage: have options: *autovacuum_enabled=off*, want options: *', ''),
    ('plain', 'toast table that autovacuum skips', 'ALTER TABLE %1$s SET (toast.autovacuum_enabled = off)', 'storage',
     '%1$s storage: have toast options: *autovacuum_enabled=off*, want toast options: *', ''),
    ('options', 'table without its fill factor', 'ALTER TABLE %1$s RESET (fillfactor)', 'storage',
     '%1$s storage: have options: *, want options: %3$s', ''),
    ('plain', 'table with another fill factor', 'ALTER TABLE %1$s SET (fillfactor = 71)', 'storage',
     '%1$s storage: have options: *fillfactor=71*, want options: *', ''),
    ('usual identity', 'full replica identity', 'ALTER TABLE %1$s REPLICA IDENTITY FULL', 'storage',
     '%1$s storage: have replica identity: full row, want replica identity: primary key', ''),
    ('usual identity', 'no replica identity', 'ALTER TABLE %1$s REPLICA IDENTITY NOTHING', 'storage',
     '%1$s storage: have replica identity: none, want replica identity: primary key', ''),
    ('usual identity', 'replica identity by an index', 'ALTER TABLE %1$s REPLICA IDENTITY USING INDEX %9$s', 'storage',
     '%1$s storage: have replica identity: index, want replica identity: primary key', 'indexes'),
    ('child', 'table that no longer inherits', 'ALTER TABLE %1$s NO INHERIT %5$s', 'storage',
     '%1$s storage: have inherits: none, want inherits: %5$s', 'columns'),
    ('single', 'table that inherits', 'CREATE TABLE %11$s.parent_of_selftest (); '
     'ALTER TABLE %1$s INHERIT %11$s.parent_of_selftest', 'storage',
     '%1$s storage: have inherits: *, want inherits: none', 'columns,owners,grants'),
    ('partition', 'partition detached', 'ALTER TABLE %5$s DETACH PARTITION %1$s', 'partitions',
     '%5$s partition %7$s: have none on the target, want one, as on the source*', 'row_count,row_checksum'),
    ('partition', 'partition dropped', 'DROP TABLE %1$s', 'partitions',
     '%5$s partition %7$s: have none on the target, want one, as on the source*',
     'row_count,row_checksum,owners,grants'),
    ('partition', 'partition renamed', 'ALTER TABLE %1$s RENAME TO renamed_by_selftest', 'partitions',
     '%5$s partition %7$s: have none on the target, want one, as on the source*', 'owners,grants'),
    ('range', 'partition with other bounds', 'ALTER TABLE %5$s DETACH PARTITION %1$s; '
     'ALTER TABLE %5$s ATTACH PARTITION %1$s %10$s', 'partitions',
     '%5$s partition %7$s: have bound: *, want bound: %6$s', ''),
    ('default', 'default partition dropped', 'DROP TABLE %1$s', 'partitions',
     '%5$s partition %7$s: have none on the target, want one, as on the source*',
     'row_count,row_checksum,owners,grants'),
    ('default', 'default partition detached', 'ALTER TABLE %5$s DETACH PARTITION %1$s', 'partitions',
     '%5$s partition %7$s: have none on the target, want one, as on the source*', 'row_count,row_checksum'),
    ('leaf', 'partition with another default', 'ALTER TABLE %1$s ALTER COLUMN %2$s SET DEFAULT 0', 'partitions',
     '%5$s partition %7$s column %2$s: have default: 0, want default: *', ''),
    ('leaf', 'partition with a check of its own', 'ALTER TABLE %1$s ADD CONSTRAINT added_by_selftest CHECK (true)',
     'partitions', '%5$s partition %7$s constraint added_by_selftest: have one on the target, want none, as on the '
     'source', ''),
    ('leaf', 'partition with an index of its own', 'CREATE INDEX added_by_selftest ON %1$s (%2$s)',
     'partitions', '%5$s partition %7$s index added_by_selftest: have one on the target, want none, as on the '
     'source', ''),
    ('leaf', 'partition with a trigger of its own', 'CREATE TRIGGER added_by_selftest AFTER INSERT ON %1$s '
     'EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()', 'partitions',
     '%5$s partition %7$s trigger added_by_selftest: have one on the target, want none, as on the source', ''),
    ('leaf', 'partition with another fill factor', 'ALTER TABLE %1$s SET (fillfactor = 71)', 'partitions',
     '%5$s partition %7$s storage: have options: *fillfactor=71*, want options: *', ''),
    ('leaf', 'partition no longer logged', 'ALTER TABLE %1$s SET UNLOGGED', 'partitions',
     '%5$s partition %7$s storage: have persistence: unlogged, want persistence: logged', ''),
    ('leaf', 'partition with row-level security', 'ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY', 'partitions',
     '%5$s partition %7$s row-level security: have enabled: true, want enabled: false', '')
) AS d (applies, kind, plant, gate, finding, also)
  ON CASE d.applies
         WHEN 'unused' THEN t.relkind = 'r' AND NOT (t.is_used OR t.is_child OR t.is_parent OR t.relispartition
                                                     OR t.has_foreign_keys)
         WHEN 'logged' THEN t.relkind = 'r' AND t.relpersistence = 'p' AND NOT t.has_foreign_keys
                            AND NOT t.relispartition
         WHEN 'unlogged' THEN t.relkind = 'r' AND t.relpersistence = 'u'
         WHEN 'plain' THEN t.relkind = 'r' AND NOT t.relispartition
         WHEN 'options' THEN t.options LIKE '%fillfactor=%' AND NOT t.relispartition
         WHEN 'usual identity' THEN t.relkind = 'r' AND t.relreplident = 'd' AND NOT t.relispartition
                                    AND t.unique_index IS NOT NULL
         WHEN 'child' THEN t.is_child
         WHEN 'single' THEN t.relkind = 'r' AND NOT (t.is_child OR t.relispartition)
         WHEN 'partition' THEN t.relispartition AND t.bound <> 'DEFAULT'
         WHEN 'leaf' THEN t.relispartition AND t.relkind = 'r'
         WHEN 'range' THEN t.relispartition AND t.bound LIKE 'FOR VALUES FROM (%' AND t.bound <> 'DEFAULT'
         WHEN 'default' THEN t.relispartition AND t.bound = 'DEFAULT'
     END
ORDER BY t.relation COLLATE "C", d.kind;
