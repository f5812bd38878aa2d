-- Changes of objects that do no harm: no gate may be red after them.
-- Returns: the columns of a damage, which core/record/trial.h describes; gate and finding are NULL.
SELECT h.kind, o.object, pg_catalog.format(h.plant, o.a, o.b, o.c, o.d) AS plant,
       pg_catalog.format(h.looks, o.a, o.b, o.c, o.d) AS looks, NULL AS gate, NULL AS finding, '' AS also,
       h.undo
FROM (
    SELECT 'index' AS sort, pg_catalog.format('%I.%I', n.nspname, x.relname) AS object,
           pg_catalog.format('%I.%I', n.nspname, x.relname) AS a, pg_catalog.pg_get_indexdef(x.oid) AS b,
           pg_catalog.quote_ident(x.relname) AS c, x.relname::text AS d, true AS is_plain
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_class AS r ON r.oid = i.indrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = x.relnamespace
    WHERE r.relkind = 'r' AND NOT r.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid)
    UNION ALL
    SELECT CASE c.contype WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check' ELSE 'key' END,
           pg_catalog.format('%I on %I.%I', c.conname, n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(c.conname),
           pg_catalog.pg_get_constraintdef(c.oid), c.conname, true
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_class AS r ON r.oid = c.conrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE c.contype IN ('c', 'f', 'u', 'p', 'x') AND r.relkind = 'r' AND NOT r.relispartition AND c.coninhcount = 0
      AND c.convalidated AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS f
                      WHERE f.contype = 'f' AND c.contype <> 'f' AND f.conindid = c.conindid)
    UNION ALL
    SELECT 'trigger', pg_catalog.format('%I on %I.%I', g.tgname, n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(g.tgname),
           pg_catalog.pg_get_triggerdef(g.oid), g.tgname, true
    FROM pg_catalog.pg_trigger AS g
    JOIN pg_catalog.pg_class AS r ON r.oid = g.tgrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE NOT g.tgisinternal AND g.tgenabled = 'O' AND r.relkind = 'r' AND NOT r.relispartition
      AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'rule', pg_catalog.format('%I on %I.%I', w.rulename, n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(w.rulename),
           pg_catalog.pg_get_ruledef(w.oid), w.rulename, true
    FROM pg_catalog.pg_rewrite AS w
    JOIN pg_catalog.pg_class AS r ON r.oid = w.ev_class
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE w.rulename <> '_RETURN' AND w.ev_enabled = 'O' AND r.relkind = 'r'
      AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'policy', pg_catalog.format('%I on %I.%I', p.polname, n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.quote_ident(p.polname),
           pg_catalog.pg_get_expr(p.polqual, p.polrelid), p.polname, true
    FROM pg_catalog.pg_policy AS p
    JOIN pg_catalog.pg_class AS r ON r.oid = p.polrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE p.polqual IS NOT NULL
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT CASE r.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END,
           pg_catalog.format('%I.%I', n.nspname, r.relname), pg_catalog.format('%I.%I', n.nspname, r.relname),
           pg_catalog.rtrim(pg_catalog.pg_get_viewdef(r.oid), ';'),
           COALESCE('WITH (' || pg_catalog.array_to_string(r.reloptions, ', ') || ')', ''), NULL, true
    FROM pg_catalog.pg_class AS r
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE r.relkind IN ('v', 'm') AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'function', p.oid::pg_catalog.regprocedure::text, p.oid::pg_catalog.regprocedure::text,
           pg_catalog.pg_get_functiondef(p.oid), p.oid::text, p.proname,
           p.proacl IS NULL AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                                            WHERE d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                                              AND d.refobjid = p.oid)
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    WHERE p.prokind = 'f' AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS i
                      WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid
                        AND i.deptype IN ('i', 'e'))
    UNION ALL
    SELECT 'sequence', pg_catalog.format('%I.%I', n.nspname, r.relname),
           pg_catalog.format('%I.%I', n.nspname, r.relname),
           pg_catalog.quote_ident(r.relname), NULL, NULL, true
    FROM pg_catalog.pg_sequence AS q
    JOIN pg_catalog.pg_class AS r ON r.oid = q.seqrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE q.seqincrement > 0 AND NOT q.seqcycle AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'enum', t.oid::pg_catalog.regtype::text, t.oid::pg_catalog.regtype::text, e.first_label, e.last_label,
           t.typname, true
    FROM pg_catalog.pg_type AS t
    JOIN LATERAL (
        SELECT (pg_catalog.array_agg(pg_catalog.quote_literal(e.enumlabel) ORDER BY e.enumsortorder))[1] AS first_label,
               (pg_catalog.array_agg(pg_catalog.quote_literal(e.enumlabel) ORDER BY e.enumsortorder DESC))[1]
                   AS last_label
        FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid HAVING pg_catalog.count(*) = 3
    ) AS e ON true
    WHERE t.typtype = 'e' AND t.typacl IS NULL
      AND (t.tableoid, t.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                      WHERE d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.refobjid = t.oid
                        AND d.deptype = 'n')
    UNION ALL
    SELECT 'domain', t.oid::pg_catalog.regtype::text, t.oid::pg_catalog.regtype::text,
           pg_catalog.quote_ident(c.conname), pg_catalog.pg_get_constraintdef(c.oid), c.conname, true
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_type AS t ON t.oid = c.contypid
    WHERE c.contype = 'c' AND c.convalidated AND c.oid >= 16384
      AND (t.tableoid, t.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'publication', p.pubname, pg_catalog.quote_ident(p.pubname),
           pg_catalog.format('%I.%I', n.nspname, c.relname),
           r.prrelid::text, NULL, true
    FROM pg_catalog.pg_publication AS p
    JOIN pg_catalog.pg_publication_rel AS r ON r.prpubid = p.oid
    JOIN pg_catalog.pg_class AS c ON c.oid = r.prrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    UNION ALL
    SELECT 'statistics', pg_catalog.format('%I.%I', n.nspname, s.stxname),
           pg_catalog.format('%I.%I', n.nspname, s.stxname),
           pg_catalog.pg_get_statisticsobjdef(s.oid), s.stxname, NULL, true
    FROM pg_catalog.pg_statistic_ext AS s
    JOIN pg_catalog.pg_namespace AS n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT 'large object', m.oid::text, m.oid::text, NULL, NULL, NULL, true
    FROM pg_catalog.pg_largeobject_metadata AS m WHERE m.lomacl IS NULL
    UNION ALL
    SELECT 'cast', i.identity, i.identity, c.castfunc::pg_catalog.regprocedure::text, NULL, NULL, true
    FROM pg_catalog.pg_cast AS c
    CROSS JOIN LATERAL pg_catalog.pg_identify_object('pg_catalog.pg_cast'::pg_catalog.regclass, c.oid, 0) AS i
    WHERE c.oid >= 16384 AND c.castmethod = 'f' AND c.castcontext = 'e'
      AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
    UNION ALL
    SELECT 'schema', n.nspname, pg_catalog.quote_ident(n.nspname), n.nspname, NULL, NULL, true
    FROM pg_catalog.pg_namespace AS n WHERE n.nspname !~ '^(pg_.*|information_schema|public)$'
      AND (n.tableoid, n.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
) AS o
JOIN (VALUES
    ('trigger', 'trigger disabled and enabled', 'ALTER TABLE %1$s DISABLE TRIGGER %2$s; '
     'ALTER TABLE %1$s ENABLE TRIGGER %2$s', 'SELECT t.xmin::text FROM pg_catalog.pg_trigger AS t '
     'WHERE t.tgname = ''%4$s'' AND t.tgrelid = ''%1$s''::pg_catalog.regclass', NULL),
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
     'SELECT n.xmin::text FROM pg_catalog.pg_namespace AS n WHERE n.nspname = ''%2$s''', NULL)
) AS h (applies, kind, plant, looks, undo)
  ON CASE h.applies WHEN 'free function' THEN o.sort = 'function' AND o.is_plain ELSE o.sort = h.applies END
ORDER BY o.object COLLATE "C", h.kind;
