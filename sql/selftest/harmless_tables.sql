-- Changes of rows and tables that do no harm: no gate may be red after them.
-- Returns: the columns of a damage, which core/record/trial.h describes; gate and finding are NULL.
SELECT h.kind, o.object, pg_catalog.format(h.plant, o.a, o.b, o.c, o.d, o.e, o.f) AS plant,
       pg_catalog.format(h.looks, o.a, o.b, o.c, o.d, o.e, o.f) AS looks, NULL AS gate, NULL AS finding, '' AS also,
       h.undo
FROM (
    -- a: the table, b: its name, c: its columns, d: a column, e: its key's index, f: the last column's type.
    SELECT 'table' AS sort, pg_catalog.format('%I.%I', n.nspname, r.relname) AS object,
           pg_catalog.format('%I.%I', n.nspname, r.relname) AS a, pg_catalog.quote_ident(r.relname) AS b,
           c.columns AS c,
           c.last_column AS d,
           (SELECT pg_catalog.quote_ident(x.relname) FROM pg_catalog.pg_index AS i
            JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid WHERE i.indrelid = r.oid AND i.indisprimary) AS e,
           c.last_type AS f,
           NOT EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE r.oid IN (i.inhrelid, i.inhparent))
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                               WHERE k.contype = 'f' AND r.oid IN (k.conrelid, k.confrelid))
               AND r.relpersistence = 'p' AND r.relacl IS NULL AS is_plain, c.has_free_column
    FROM pg_catalog.pg_class AS r
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,
               (pg_catalog.array_agg(pg_catalog.quote_ident(a.attname) ORDER BY a.attnum DESC))[1] AS last_column,
               (pg_catalog.array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum DESC))[1]
                   AS last_type,
               -- Nothing needs the last one, and it may be NULL.
               (pg_catalog.array_agg(NOT (a.attnotnull OR a.atthasdef OR EXISTS (
                    SELECT FROM pg_catalog.pg_depend AS d
                    WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = r.oid
                      AND d.refobjsubid = a.attnum)) ORDER BY a.attnum DESC))[1] AS has_free_column
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ) AS c
    WHERE r.relkind = 'r' AND NOT r.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'partition', p.oid::pg_catalog.regclass::text, pg_catalog.format('%I.%I', n.nspname, p.relname),
           pg_catalog.format('%I.%I', hn.nspname, h.relname), pg_catalog.pg_get_expr(p.relpartbound, p.oid),
           p.oid::text, NULL, NULL, true, false
    FROM pg_catalog.pg_class AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.relnamespace
    JOIN pg_catalog.pg_inherits AS i ON i.inhrelid = p.oid
    JOIN pg_catalog.pg_class AS h ON h.oid = i.inhparent
    JOIN pg_catalog.pg_namespace AS hn ON hn.oid = h.relnamespace
    WHERE p.relispartition AND p.relkind = 'r'
      AND (p.tableoid, p.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'database', 'the server', NULL, NULL, NULL, NULL, NULL, NULL, true, false
) AS o
JOIN (VALUES
    ('plain table', 'rows in another physical order', 'SET LOCAL session_replication_role = replica; '
     'CREATE TEMPORARY TABLE kept_by_selftest ON COMMIT DROP AS SELECT %3$s FROM ONLY %1$s; DELETE FROM ONLY %1$s; '
     'INSERT INTO %1$s (%3$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM kept_by_selftest ORDER BY pg_catalog.random()',
     'SELECT pg_catalog.md5(pg_catalog.string_agg(t::text, '','' ORDER BY t.ctid)) FROM ONLY %1$s AS t', NULL),
    ('plain table', 'a row deleted and inserted again', 'SET LOCAL session_replication_role = replica; '
     'WITH gone AS (DELETE FROM ONLY %1$s WHERE ctid = (SELECT pg_catalog.min(ctid) FROM ONLY %1$s) RETURNING *) '
     'INSERT INTO %1$s (%3$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM gone',
     'SELECT pg_catalog.md5(pg_catalog.string_agg(t::text, '','' ORDER BY t.ctid)) FROM ONLY %1$s AS t', NULL),
    ('plain table', 'every row emptied away and inserted again', 'SET LOCAL session_replication_role = replica; '
     'CREATE TEMPORARY TABLE kept_by_selftest ON COMMIT DROP AS SELECT %3$s FROM ONLY %1$s; TRUNCATE ONLY %1$s; '
     'INSERT INTO %1$s (%3$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM kept_by_selftest',
     'SELECT pg_catalog.pg_relation_filenode(''%1$s'')::text', NULL),
    ('table', 'rows updated to the values that they had', 'SET LOCAL session_replication_role = replica; '
     'UPDATE ONLY %1$s SET %4$s = %4$s', 'SELECT pg_catalog.min(t.ctid)::text FROM ONLY %1$s AS t', NULL),
    ('keyed table', 'table rewritten', 'CLUSTER %1$s USING %5$s; ALTER TABLE %1$s SET WITHOUT CLUSTER',
     'SELECT pg_catalog.pg_relation_filenode(''%1$s'')::text', NULL),
    ('plain table', 'table not logged for a while', 'ALTER TABLE %1$s SET UNLOGGED; ALTER TABLE %1$s SET LOGGED',
     'SELECT pg_catalog.pg_relation_filenode(''%1$s'')::text', NULL),
    ('table', 'table renamed and back', 'ALTER TABLE %1$s RENAME TO renamed_by_selftest; DO $selftest$ BEGIN '
     'EXECUTE (SELECT pg_catalog.format(''ALTER TABLE %%s RENAME TO %2$s'', c.oid::pg_catalog.regclass) '
     'FROM pg_catalog.pg_class AS c WHERE c.relname = ''renamed_by_selftest''); END $selftest$',
     'SELECT c.xmin::text FROM pg_catalog.pg_class AS c WHERE c.oid = ''%1$s''::pg_catalog.regclass', NULL),
    ('table', 'column renamed and back', 'ALTER TABLE %1$s RENAME COLUMN %4$s TO renamed_by_selftest; '
     'ALTER TABLE %1$s RENAME COLUMN renamed_by_selftest TO %4$s',
     'SELECT pg_catalog.max(a.xmin::text::bigint)::text FROM pg_catalog.pg_attribute AS a '
     'WHERE a.attrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('table', 'column added and dropped', 'ALTER TABLE %1$s ADD COLUMN added_by_selftest integer; '
     'ALTER TABLE %1$s DROP COLUMN added_by_selftest',
     'SELECT c.relnatts::text FROM pg_catalog.pg_class AS c WHERE c.oid = ''%1$s''::pg_catalog.regclass', NULL),
    ('free column', 'last column made anew', 'ALTER TABLE %1$s ADD COLUMN added_by_selftest %6$s; '
     'UPDATE %1$s SET added_by_selftest = %4$s; ALTER TABLE %1$s DROP COLUMN %4$s; '
     'ALTER TABLE %1$s RENAME COLUMN added_by_selftest TO %4$s',
     'SELECT c.relnatts::text FROM pg_catalog.pg_class AS c WHERE c.oid = ''%1$s''::pg_catalog.regclass', NULL),
    ('table', 'table analyzed', 'ANALYZE %1$s', 'SELECT pg_catalog.max(s.xmin::text::bigint)::text '
     'FROM pg_catalog.pg_statistic AS s', NULL),
    ('plain table', 'privilege given and taken again', 'GRANT SELECT ON %1$s TO PUBLIC; REVOKE SELECT ON %1$s FROM '
     'PUBLIC',
     'SELECT c.relacl::text FROM pg_catalog.pg_class AS c WHERE c.oid = ''%1$s''::pg_catalog.regclass', NULL),
    ('table', 'table with its storage parameter set and reset', 'ALTER TABLE %1$s SET (autovacuum_enabled = off); '
     'ALTER TABLE %1$s RESET (autovacuum_enabled)',
     'SELECT c.xmin::text FROM pg_catalog.pg_class AS c WHERE c.oid = ''%1$s''::pg_catalog.regclass', NULL),
    ('table', 'row-level security enabled and disabled', 'ALTER TABLE %1$s FORCE ROW LEVEL SECURITY; '
     'ALTER TABLE %1$s NO FORCE ROW LEVEL SECURITY',
     'SELECT c.xmin::text FROM pg_catalog.pg_class AS c WHERE c.oid = ''%1$s''::pg_catalog.regclass', NULL),
    ('table', 'comment written and taken back', 'COMMENT ON COLUMN %1$s.%4$s IS ''added''; '
     'COMMENT ON COLUMN %1$s.%4$s IS NULL; ALTER TABLE %1$s ALTER COLUMN %4$s SET STATISTICS 77; '
     'ALTER TABLE %1$s ALTER COLUMN %4$s SET STATISTICS -1', 'SELECT pg_catalog.max(a.xmin::text::bigint)::text '
     'FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('partition', 'partition detached and attached', 'ALTER TABLE %2$s DETACH PARTITION %1$s; '
     'ALTER TABLE %2$s ATTACH PARTITION %1$s %3$s',
     'SELECT i.xmin::text FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = %4$s', NULL),
    ('database', 'role without privileges', 'CREATE ROLE added_by_selftest',
     'SELECT pg_catalog.count(*)::text FROM pg_catalog.pg_roles', 'DROP ROLE added_by_selftest')
) AS h (applies, kind, plant, looks, undo)
  ON CASE h.applies
         WHEN 'plain table' THEN o.sort = 'table' AND o.is_plain
         WHEN 'free column' THEN o.sort = 'table' AND o.is_plain AND o.has_free_column
         WHEN 'keyed table' THEN o.sort = 'table' AND o.e IS NOT NULL
         ELSE o.sort = h.applies
     END
ORDER BY o.object COLLATE "C", h.kind;
