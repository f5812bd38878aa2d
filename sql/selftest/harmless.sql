-- Changes that do no harm: no gate may be red after them. Each is the nearest to a damage of another file.
-- Returns: the columns of a damage, which app/selftest/damage.h describes; gate and finding are NULL.
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
    UNION ALL
    SELECT 'index', pg_catalog.format('%I.%I', n.nspname, x.relname), pg_catalog.format('%I.%I', n.nspname, x.relname),
           pg_catalog.pg_get_indexdef(x.oid), pg_catalog.quote_ident(x.relname), x.relname, NULL, NULL, true, false
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_class AS r ON r.oid = i.indrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = x.relnamespace
    WHERE r.relkind = 'r' AND NOT r.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid)
    UNION ALL
    SELECT CASE c.contype WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check' ELSE 'key' END,
           pg_catalog.format('%I on %I.%I', c.conname, n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(c.conname),
           pg_catalog.pg_get_constraintdef(c.oid), c.conname, NULL, NULL, true, false
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_class AS r ON r.oid = c.conrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE c.contype IN ('c', 'f', 'u', 'p', 'x') AND r.relkind = 'r' AND NOT r.relispartition AND c.coninhcount = 0
      AND c.convalidated AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS f
                      WHERE f.contype = 'f' AND c.contype <> 'f' AND f.conindid = c.conindid)
    UNION ALL
    SELECT 'trigger', pg_catalog.format('%I on %I.%I', g.tgname, n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(g.tgname),
           pg_catalog.pg_get_triggerdef(g.oid), g.tgname, NULL, NULL, true, false
    FROM pg_catalog.pg_trigger AS g
    JOIN pg_catalog.pg_class AS r ON r.oid = g.tgrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE NOT g.tgisinternal AND g.tgenabled = 'O' AND r.relkind = 'r' AND NOT r.relispartition
      AND n.nspname !~ '^(pg_.*|information_schema)$'
    UNION ALL
    SELECT 'rule', pg_catalog.format('%I on %I.%I', w.rulename, n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(w.rulename),
           pg_catalog.pg_get_ruledef(w.oid), w.rulename, NULL, NULL, true, false
    FROM pg_catalog.pg_rewrite AS w
    JOIN pg_catalog.pg_class AS r ON r.oid = w.ev_class
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE w.rulename <> '_RETURN' AND w.ev_enabled = 'O' AND r.relkind = 'r'
      AND n.nspname !~ '^(pg_.*|information_schema)$'
    UNION ALL
    SELECT 'policy', pg_catalog.format('%I on %I.%I', p.polname, n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(p.polname),
           pg_catalog.pg_get_expr(p.polqual, p.polrelid), p.polname, NULL, NULL, true, false
    FROM pg_catalog.pg_policy AS p
    JOIN pg_catalog.pg_class AS r ON r.oid = p.polrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE p.polqual IS NOT NULL
    UNION ALL
    SELECT CASE r.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END,
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.format('%I.%I', n.nspname, r.relname),
           pg_catalog.rtrim(pg_catalog.pg_get_viewdef(r.oid), ';'),
           COALESCE('WITH (' || pg_catalog.array_to_string(r.reloptions, ', ') || ')', ''), NULL, NULL, NULL, true,
           false
    FROM pg_catalog.pg_class AS r
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE r.relkind IN ('v', 'm') AND n.nspname !~ '^(pg_.*|information_schema)$'
    UNION ALL
    SELECT 'function', p.oid::pg_catalog.regprocedure::text, p.oid::pg_catalog.regprocedure::text,
           pg_catalog.pg_get_functiondef(p.oid), p.oid::text, p.proname, NULL, NULL,
           p.proacl IS NULL AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                                            WHERE d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                                              AND d.refobjid = p.oid), false
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    WHERE p.prokind = 'f' AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i
                      WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid
                        AND i.deptype IN ('i', 'e'))
    UNION ALL
    SELECT 'sequence', pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.format('%I.%I', n.nspname,
    r.relname),
           pg_catalog.quote_ident(r.relname), NULL, NULL, NULL, NULL, true, false
    FROM pg_catalog.pg_sequence AS q
    JOIN pg_catalog.pg_class AS r ON r.oid = q.seqrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE q.seqincrement > 0 AND NOT q.seqcycle AND n.nspname !~ '^(pg_.*|information_schema)$'
    UNION ALL
    SELECT 'enum', t.oid::pg_catalog.regtype::text, t.oid::pg_catalog.regtype::text, e.first_label, e.last_label,
    t.typname,
           NULL, NULL, true, false
    FROM pg_catalog.pg_type AS t
    JOIN LATERAL (
        SELECT (pg_catalog.array_agg(pg_catalog.quote_literal(e.enumlabel) ORDER BY e.enumsortorder))[1] AS first_label,
               (pg_catalog.array_agg(pg_catalog.quote_literal(e.enumlabel) ORDER BY e.enumsortorder DESC))[1] AS last_label
        FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid HAVING pg_catalog.count(*) = 3
    ) AS e ON true
    WHERE t.typtype = 'e' AND t.typacl IS NULL
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                      WHERE d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.refobjid = t.oid
                        AND d.deptype = 'n')
    UNION ALL
    SELECT 'domain', t.oid::pg_catalog.regtype::text, t.oid::pg_catalog.regtype::text,
    pg_catalog.quote_ident(c.conname),
           pg_catalog.pg_get_constraintdef(c.oid), c.conname, NULL, NULL, true, false
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_type AS t ON t.oid = c.contypid
    WHERE c.contype = 'c' AND c.convalidated AND c.oid >= 16384
    UNION ALL
    SELECT 'publication', p.pubname, pg_catalog.quote_ident(p.pubname), pg_catalog.format('%I.%I', n.nspname,
    c.relname),
           r.prrelid::text, NULL, NULL, NULL, true, false
    FROM pg_catalog.pg_publication AS p
    JOIN pg_catalog.pg_publication_rel AS r ON r.prpubid = p.oid
    JOIN pg_catalog.pg_class AS c ON c.oid = r.prrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    UNION ALL
    SELECT 'statistics', pg_catalog.format('%I.%I', n.nspname, s.stxname), pg_catalog.format('%I.%I', n.nspname,
    s.stxname),
           pg_catalog.pg_get_statisticsobjdef(s.oid), s.stxname, NULL, NULL, NULL, true, false
    FROM pg_catalog.pg_statistic_ext AS s
    JOIN pg_catalog.pg_namespace AS n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT 'large object', m.oid::text, m.oid::text, NULL, NULL, NULL, NULL, NULL, true, false
    FROM pg_catalog.pg_largeobject_metadata AS m WHERE m.lomacl IS NULL
    UNION ALL
    SELECT 'cast', i.identity, i.identity, c.castfunc::pg_catalog.regprocedure::text, NULL, NULL, NULL, NULL, true,
    false
    FROM pg_catalog.pg_cast AS c
    CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_cast'::pg_catalog.regclass, c.oid, 0) AS i
    WHERE c.oid >= 16384 AND c.castmethod = 'f' AND c.castcontext = 'e'
    UNION ALL
    SELECT 'schema', n.nspname, pg_catalog.quote_ident(n.nspname), n.nspname, NULL, NULL, NULL, NULL, true, false
    FROM pg_catalog.pg_namespace AS n WHERE n.nspname !~ '^(pg_.*|information_schema|public)$'
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
    ('trigger', 'trigger disabled and enabled', 'ALTER TABLE %1$s DISABLE TRIGGER %2$s; '
     'ALTER TABLE %1$s ENABLE TRIGGER %2$s', 'SELECT t.xmin::text FROM pg_catalog.pg_trigger AS t '
     'WHERE t.tgname = ''%4$s'' AND t.tgrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('partition', 'partition detached and attached', 'ALTER TABLE %2$s DETACH PARTITION %1$s; '
     'ALTER TABLE %2$s ATTACH PARTITION %1$s %3$s',
     'SELECT i.xmin::text FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = %4$s', NULL),
    ('index', 'index created again', 'DROP INDEX %1$s; %2$s',
     'SELECT ''%1$s''::pg_catalog.regclass::oid::text', NULL),
    ('index', 'index rebuilt', 'REINDEX INDEX %1$s', 'SELECT pg_catalog.pg_relation_filenode(''%1$s'')::text', NULL),
    ('check', 'check constraint created again', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s',
     'SELECT c.oid::text FROM pg_catalog.pg_constraint AS c WHERE c.conname = ''%4$s'' '
     'AND c.conrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('check', 'check constraint validated later', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s, '
     'ADD CONSTRAINT %2$s %3$s NOT VALID; ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s',
     'SELECT c.oid::text FROM pg_catalog.pg_constraint AS c WHERE c.conname = ''%4$s'' '
     'AND c.conrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('foreign key', 'foreign key created again', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s',
     'SELECT c.oid::text FROM pg_catalog.pg_constraint AS c WHERE c.conname = ''%4$s'' '
     'AND c.conrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('key', 'key created again', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %3$s',
     'SELECT c.oid::text FROM pg_catalog.pg_constraint AS c WHERE c.conname = ''%4$s'' '
     'AND c.conrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('trigger', 'trigger created again', 'DROP TRIGGER %2$s ON %1$s; %3$s', 'SELECT t.oid::text '
     'FROM pg_catalog.pg_trigger AS t WHERE t.tgname = ''%4$s'' AND t.tgrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('rule', 'rule created again', 'DROP RULE %2$s ON %1$s; %3$s', 'SELECT r.oid::text '
     'FROM pg_catalog.pg_rewrite AS r WHERE r.rulename = ''%4$s'' AND r.ev_class = ''%1$s''::pg_catalog.regclass',
     NULL),
    ('policy', 'policy written again', 'ALTER POLICY %2$s ON %1$s USING (false); ALTER POLICY %2$s ON %1$s USING '
     '(%3$s)',
     'SELECT p.xmin::text FROM pg_catalog.pg_policy AS p WHERE p.polname = ''%4$s'' '
     'AND p.polrelid = ''%1$s''::pg_catalog.regclass', NULL),
    ('view', 'view written again', 'CREATE OR REPLACE VIEW %1$s %3$s AS %2$s', 'SELECT r.xmin::text '
     'FROM pg_catalog.pg_rewrite AS r WHERE r.ev_class = ''%1$s''::pg_catalog.regclass', NULL),
    ('materialized view', 'materialized view refreshed', 'REFRESH MATERIALIZED VIEW %1$s',
     'SELECT pg_catalog.pg_relation_filenode(''%1$s'')::text', NULL),
    ('function', 'function written again', '%2$s',
     'SELECT p.xmin::text FROM pg_catalog.pg_proc AS p WHERE p.oid = %3$s', NULL),
    ('free function', 'function created again', 'DROP FUNCTION %1$s; %2$s',
     'SELECT ''%1$s''::pg_catalog.regprocedure::oid::text', NULL),
    ('sequence', 'sequence ahead', 'SELECT pg_catalog.setval(''%1$s'', pg_catalog.nextval(''%1$s'') + 1000)',
     'SELECT s.last_value::text FROM %1$s AS s', NULL),
    ('sequence', 'sequence drawn from', 'SELECT pg_catalog.nextval(''%1$s'')',
     'SELECT s.last_value::text || s.is_called '
     'FROM %1$s AS s', NULL),
    ('sequence', 'sequence position written in the other way', 'SELECT pg_catalog.setval(''%1$s'', '
     'pg_catalog.nextval(''%1$s''), false)', 'SELECT s.last_value::text || s.is_called FROM %1$s AS s', NULL),
    ('enum', 'enum whose labels were added in another order',
     'ALTER TYPE %1$s RENAME TO renamed_by_selftest; DO $selftest$ '
     'DECLARE old oid; labels text[]; BEGIN SELECT t.oid INTO old FROM pg_catalog.pg_type AS t WHERE t.typname = '
     '''renamed_by_selftest''; SELECT pg_catalog.array_agg(e.enumlabel ORDER BY e.enumsortorder) INTO labels '
     'FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = old; '
     'EXECUTE pg_catalog.format(''DROP TYPE %%s'', old::pg_catalog.regtype); '
     'EXECUTE pg_catalog.format(''CREATE TYPE %1$s AS ENUM (%%L)'', labels[3]); '
     'EXECUTE pg_catalog.format(''ALTER TYPE %1$s ADD VALUE %%L BEFORE %%L'', labels[1], labels[3]); '
     'EXECUTE pg_catalog.format(''ALTER TYPE %1$s ADD VALUE %%L BEFORE %%L'', labels[2], labels[3]); END $selftest$',
     'SELECT ''%1$s''::pg_catalog.regtype::oid::text', NULL),
    ('domain', 'check of a domain created again', 'ALTER DOMAIN %1$s DROP CONSTRAINT %2$s; '
     'ALTER DOMAIN %1$s ADD CONSTRAINT %2$s %3$s', 'SELECT c.oid::text FROM pg_catalog.pg_constraint AS c '
     'WHERE c.conname = ''%4$s'' AND c.contypid = ''%1$s''::pg_catalog.regtype', NULL),
    ('publication', 'table taken out of a publication and back', 'ALTER PUBLICATION %1$s DROP TABLE %2$s; '
     'ALTER PUBLICATION %1$s ADD TABLE %2$s', 'SELECT pg_catalog.max(r.oid)::text FROM pg_catalog.pg_publication_rel '
     'AS r '
     'WHERE r.prrelid = %3$s', NULL),
    ('statistics', 'extended statistics created again', 'DROP STATISTICS %1$s; %2$s', 'SELECT s.oid::text '
     'FROM pg_catalog.pg_statistic_ext AS s WHERE s.stxname = ''%3$s''', NULL),
    ('large object', 'large object created again', 'DO $selftest$ DECLARE bytes bytea; BEGIN '
     'bytes := pg_catalog.lo_get(%1$s); PERFORM pg_catalog.lo_unlink(%1$s); '
     'PERFORM pg_catalog.lo_from_bytea(%1$s, bytes); END $selftest$',
     'SELECT m.xmin::text FROM pg_catalog.pg_largeobject_metadata AS m WHERE m.oid = %1$s', NULL),
    ('cast', 'cast created again', 'DROP CAST %1$s; CREATE CAST %1$s WITH FUNCTION %2$s',
     'SELECT pg_catalog.max(c.oid)::text FROM pg_catalog.pg_cast AS c', NULL),
    ('schema', 'schema renamed and back', 'ALTER SCHEMA %1$s RENAME TO renamed_by_selftest; '
     'ALTER SCHEMA renamed_by_selftest RENAME TO %1$s',
     'SELECT n.xmin::text FROM pg_catalog.pg_namespace AS n WHERE n.nspname = ''%2$s''', NULL),
    ('database', 'role without privileges', 'CREATE ROLE added_by_selftest',
     'SELECT pg_catalog.count(*)::text FROM pg_catalog.pg_roles', 'DROP ROLE added_by_selftest')
) AS h (applies, kind, plant, looks, undo)
  ON CASE h.applies
         WHEN 'plain table' THEN o.sort = 'table' AND o.is_plain
         WHEN 'free column' THEN o.sort = 'table' AND o.is_plain AND o.has_free_column
         WHEN 'keyed table' THEN o.sort = 'table' AND o.e IS NOT NULL
         WHEN 'free function' THEN o.sort = 'function' AND o.is_plain
         ELSE o.sort = h.applies
     END
ORDER BY o.object COLLATE "C", h.kind;
