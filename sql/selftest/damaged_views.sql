-- Damage to views and materialized views.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, v.name AS object,
       pg_catalog.format(d.plant, v.name, v.own_name, v.definition, v.options, v.index, v.index_definition,
                         v.first_column, v.base, v.base_columns) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(c.relname, c.relkind, c.reloptions, '
                         'c.relispopulated, c.relfilenode, pg_catalog.pg_get_viewdef(c.oid), (SELECT '
                         'pg_catalog.jsonb_agg('
                         'pg_catalog.jsonb_build_array(a.attname, a.atttypid, pg_catalog.pg_get_expr(d.adbin, '
                         'd.adrelid)) '
                         'ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a LEFT JOIN pg_catalog.pg_attrdef AS d '
                         'ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = c.oid AND a.attnum > 0), '
                         '(SELECT pg_catalog.jsonb_agg(pg_catalog.pg_get_indexdef(i.indexrelid) ORDER BY i.indexrelid) '
                         'FROM pg_catalog.pg_index AS i WHERE i.indrelid = c.oid), '
                         '(SELECT pg_catalog.jsonb_agg(t.tgname ORDER BY t.tgname) FROM pg_catalog.pg_trigger AS t '
                         'WHERE t.tgrelid = c.oid)) ORDER BY c.relname) '
                         'FROM pg_catalog.pg_class AS c WHERE c.relkind IN (''v'', ''m'', ''r'') '
                         'AND c.relnamespace = %L::pg_catalog.regnamespace', v.schema) AS looks,
       CASE d.kind WHEN 'materialized view not refreshed' THEN 'materialized_views' ELSE 'views' END AS gate,
       pg_catalog.format(d.finding, v.sort, v.name, v.own_name, v.index_name,
       v.first_column) AS finding,
       d.also, NULL AS undo
FROM (
    SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END AS sort,
           pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, pg_catalog.quote_ident(c.relname) AS own_name,
           pg_catalog.quote_ident(n.nspname) AS schema,
           pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid), ';') AS definition,
           pg_catalog.array_to_string(c.reloptions, ', ') AS options, c.relispopulated,
           pg_catalog.quote_ident(a.attname) AS first_column, i.index, i.index_name, i.index_definition, b.base,
           b.base_columns
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = 1
    LEFT JOIN LATERAL (
        SELECT x.indexrelid::pg_catalog.regclass::text AS index, pg_catalog.quote_ident(ic.relname) AS index_name,
               pg_catalog.pg_get_indexdef(x.indexrelid) AS index_definition
        FROM pg_catalog.pg_index AS x
        JOIN pg_catalog.pg_class AS ic ON ic.oid = x.indexrelid
        WHERE x.indrelid = c.oid AND x.indisunique ORDER BY ic.relname COLLATE "C" LIMIT 1
    ) AS i ON true
    -- A table that it reads.
    LEFT JOIN LATERAL (
        SELECT pg_catalog.format('%I.%I', bn.nspname, b.relname) AS base,
               (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(ba.attname), ', ' ORDER BY ba.attnum)
                FROM pg_catalog.pg_attribute AS ba
                WHERE ba.attrelid = b.oid AND ba.attnum > 0 AND NOT ba.attisdropped AND ba.attgenerated = '')
                   AS base_columns
        FROM pg_catalog.pg_rewrite AS w
        JOIN pg_catalog.pg_depend AS d ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = w.oid
        JOIN pg_catalog.pg_class AS b ON b.oid = d.refobjid AND b.relkind = 'r'
        JOIN pg_catalog.pg_namespace AS bn ON bn.oid = b.relnamespace
        WHERE w.ev_class = c.oid ORDER BY b.oid LIMIT 1
    ) AS b ON true
    WHERE c.relkind IN ('v', 'm') AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      -- What needs it would go with it, and what users noted of it.
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                      WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = c.oid
                        AND d.deptype = 'n' AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                        AND d.objid NOT IN (SELECT r.oid FROM pg_catalog.pg_rewrite AS r WHERE r.ev_class = c.oid))
) AS v
JOIN (VALUES
    ('view', 'view dropped', 'DROP VIEW %1$s', '%1$s %2$s: have none on the target, want one, as on the source*',
     'grants,owners'),
    ('view', 'view renamed', 'ALTER VIEW %1$s RENAME TO renamed_by_selftest',
     '%1$s %2$s: have none on the target, want one, as on the source*', 'grants,owners'),
    ('view', 'view of fewer rows', 'CREATE OR REPLACE VIEW %1$s AS SELECT * FROM (%3$s) AS q LIMIT 1',
     '%1$s %2$s: have definition: *, want definition: *', ''),
    ('view', 'view with another condition', 'CREATE OR REPLACE VIEW %1$s AS SELECT * FROM (%3$s) AS q WHERE 3 > 2',
     '%1$s %2$s: have definition: *, want definition: *', ''),
    ('view', 'view with a column more', 'CREATE OR REPLACE VIEW %1$s AS SELECT *, 1 AS added_by_selftest FROM (%3$s) '
     'AS q',
     '%1$s %2$s: have definition: *, want definition: *', ''),
    ('view', 'view with a default', 'ALTER VIEW %1$s ALTER COLUMN %7$s SET DEFAULT 7',
     '%1$s %2$s*: have default: 7, want default: none', ''),
    ('barrier', 'view without its security barrier', 'ALTER VIEW %1$s RESET (security_barrier)',
     '*: have options: *, want options: *security_barrier=*', ''),
    ('view', 'view with a check option', 'ALTER VIEW %1$s SET (check_option = local)',
     '*: have options: *check_option=local*, want options: *', ''),
    ('view of 15', 'view that runs as its user', 'ALTER VIEW %1$s SET (security_invoker = true)',
     '*: have options: *security_invoker=true*, want options: *', ''),
    ('view', 'view with a trigger more', 'CREATE TRIGGER added_by_selftest INSTEAD OF DELETE ON %1$s FOR EACH ROW '
     'EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()',
     '*trigger added_by_selftest: have one on the target, want none, as on the source', ''),
    ('view', 'view that became a table', 'CREATE TABLE %1$s_of_selftest AS %3$s; DROP VIEW %1$s; '
     'ALTER TABLE %1$s_of_selftest RENAME TO %2$s', '%1$s %2$s: have none on the target, want one, as on the source*',
     'grants,owners'),
    ('materialized view', 'materialized view dropped', 'DROP MATERIALIZED VIEW %1$s',
     '%1$s %2$s: have none on the target, want one, as on the source*', 'materialized_views,grants,owners'),
    ('materialized view', 'materialized view that became a view',
     'DROP MATERIALIZED VIEW %1$s; CREATE VIEW %1$s AS %3$s',
     '%1$s %2$s: have none on the target, want one, as on the source*', 'materialized_views,grants,owners'),
    ('materialized view', 'materialized view not populated', 'REFRESH MATERIALIZED VIEW %1$s WITH NO DATA',
     '%1$s %2$s: have populated: *, want populated: *', 'materialized_views'),
    ('reading', 'materialized view not refreshed', 'SET LOCAL session_replication_role = replica; CREATE TEMPORARY '
     'TABLE '
     'kept_by_selftest ON COMMIT DROP AS SELECT %9$s FROM ONLY %8$s; DELETE FROM ONLY %8$s; '
     'REFRESH MATERIALIZED VIEW %1$s; INSERT INTO %8$s (%9$s) OVERRIDING SYSTEM VALUE SELECT %9$s FROM '
     'kept_by_selftest',
     '%2$s: have *, want * rows as on the source, or what its query returns now: refresh it', ''),
    ('materialized view', 'materialized view with another query', 'DROP MATERIALIZED VIEW %1$s; '
     'CREATE MATERIALIZED VIEW %1$s AS SELECT * FROM (%3$s) AS q WHERE 3 > 2; %6$s',
     '%1$s %2$s: have definition: *, want definition: *', 'grants'),
    ('indexed', 'index of a materialized view dropped', 'DROP INDEX %5$s',
     '*index %4$s: have none on the target, want one, as on the source*', ''),
    ('indexed', 'materialized view with an index more', 'CREATE INDEX added_by_selftest ON %1$s (%7$s)',
     '*index added_by_selftest: have one on the target, want none, as on the source', ''),
    ('materialized view', 'materialized view with another fill factor',
     'ALTER MATERIALIZED VIEW %1$s SET (fillfactor = 71)', '*: have options: fillfactor=71*, want options: *', '')
) AS d (applies, kind, plant, finding, also)
  ON CASE d.applies
         WHEN 'barrier' THEN v.sort = 'view' AND v.options LIKE '%security_barrier=true%'
         WHEN 'view of 15' THEN v.sort = 'view'
                                AND pg_catalog.current_setting('server_version_num')::integer >= 150000
         WHEN 'indexed' THEN v.index IS NOT NULL
         WHEN 'reading' THEN v.sort = 'materialized view' AND v.base IS NOT NULL
         ELSE v.sort = d.applies
     END
ORDER BY v.name COLLATE "C", d.kind;
