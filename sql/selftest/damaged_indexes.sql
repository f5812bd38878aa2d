-- Damage to indexes that belong to no constraint.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, i.name AS object,
       CASE WHEN d.kind IN ('index dropped', 'index renamed', 'index no longer valid', 'index not ready',
                            'index that a table is clustered by', 'index added', 'index with another fill factor')
            THEN pg_catalog.format(d.change, i.name, i.relation, i.first_key)
            ELSE pg_catalog.format('DROP INDEX %s; %s', i.name,
                                   pg_catalog.regexp_replace(i.definition, d.change, d.replacement)) END AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_agg((pg_catalog.to_jsonb(i) || pg_catalog.jsonb_build_object('
                         '''is'', pg_catalog.pg_get_indexdef(i.indexrelid))) - ''indexrelid'' '
                         'ORDER BY pg_catalog.pg_get_indexdef(i.indexrelid)) '
                         'FROM pg_catalog.pg_index AS i WHERE i.indrelid = %L::pg_catalog.regclass', i.relation)
           AS looks,
       'indexes' AS gate,
       pg_catalog.format(CASE WHEN d.finding = 'added'
                              THEN '%1$s index added_by_selftest: have one on the target, want none, as on the source'
                              ELSE '%1$s index %2$s: have ' || d.finding END, i.relation, i.own_name, i.shown)
           AS finding,
       '' AS also, NULL AS undo
FROM (
    SELECT pg_catalog.format('%I.%I', n.nspname, r.relname) AS relation,
           pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, pg_catalog.quote_ident(c.relname) AS own_name,
           m.amname, i.indisunique, i.indpred IS NOT NULL AS is_partial, i.indnkeyatts, i.indnatts,
           t.typname AS key_type, s.definition, c.reloptions, i.indoption[0] AS key_order,
           pg_catalog.pg_get_indexdef(i.indexrelid, 1, false) AS first_key,
           pg_catalog.regexp_replace(s.definition, '^.*? USING ', '') AS shown
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    JOIN pg_catalog.pg_am AS m ON m.oid = c.relam
    JOIN pg_catalog.pg_class AS r ON r.oid = i.indrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indexrelid AND a.attnum = 1
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid) AS definition) AS s
    WHERE r.relkind = 'r' AND NOT r.relispartition AND i.indisvalid AND NOT i.indisclustered
      AND NOT i.indisreplident AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid)
) AS i
JOIN (VALUES
    ('any', 'index dropped', 'DROP INDEX %1$s', '', 'none on the target, want one, as on the source*'),
    ('any', 'index renamed', 'ALTER INDEX %1$s RENAME TO renamed_by_selftest', '',
     'none on the target, want one, as on the source*'),
    ('any', 'index added', 'CREATE INDEX added_by_selftest ON %2$s (%3$s)', '', 'added'),
    ('unique', 'index no longer unique', '^CREATE UNIQUE', 'CREATE', 'unique: false, want unique: true'),
    ('not unique', 'index made unique', '^CREATE', 'CREATE UNIQUE', 'unique: true, want unique: false'),
    ('unique', 'index that allows one NULL', '\)$', ') NULLS NOT DISTINCT', 'definition: *, want definition: %3$s'),
    ('partial', 'index without its predicate', ' WHERE .*', '', 'definition: *, want definition: %3$s'),
    ('partial', 'index with another predicate', ' WHERE (.*)', ' WHERE (\1) IS NOT FALSE',
     'definition: *, want definition: %3$s'),
    ('not partial', 'index of fewer rows', '\)$', ') WHERE (3 > 2)', 'definition: *, want definition: %3$s'),
    ('include', 'index without its included columns', ' INCLUDE \([^)]*\)', '',
     'definition: *, want definition: %3$s'),
    ('two keys', 'index with fewer columns', '(.*)(, [^,()]*)\)', '\1)', 'definition: *, want definition: %3$s'),
    ('two keys', 'index with columns in another order', ' USING btree \(([^,()]*), ([^,()]*)\)',
     ' USING btree (\2, \1)', 'definition: *, want definition: %3$s'),
    ('expression', 'index of another expression', ' USING btree \(lower\(', ' USING btree (upper(',
     'definition: *, want definition: %3$s'),
    ('ascending', 'index in descending order', ' USING btree \(([^,() ]*|[a-z]*\([^()]*\)|[a-z]*\(\([^()]*\)[^()]*\))',
     ' USING btree (\1 DESC', 'definition: *, want definition: %3$s'),
    ('ascending', 'index with NULL first', ' USING btree \(([^,() ]*|[a-z]*\([^()]*\)|[a-z]*\(\([^()]*\)[^()]*\))',
     ' USING btree (\1 NULLS FIRST', 'definition: *, want definition: %3$s'),
    ('text', 'index with another operator class', ' USING btree \(([^,() ]*|[a-z]*\([^()]*\)|[a-z]*\(\([^()]*\)[^()]*\))',
     ' USING btree (\1 text_pattern_ops', 'definition: *, want definition: %3$s'),
    ('text', 'index with another collation', ' USING btree \(([^,() ]*|[a-z]*\([^()]*\)|[a-z]*\(\([^()]*\)[^()]*\))',
     ' USING btree (\1 COLLATE "POSIX"', 'definition: *, want definition: %3$s'),
    ('path', 'index with the usual operator class', ' jsonb_path_ops', '', 'definition: *, want definition: %3$s'),
    ('btree', 'index of another access method', ' USING btree (.*?)( INCLUDE .*| WITH .*| WHERE .*|)$',
     ' USING brin \1',
     'definition: *, want definition: %3$s'),
    ('fill factor', 'index without its fill factor', ' WITH \(fillfactor=[^)]*\)', '',
     'definition: *, want definition: %3$s'),
    ('any', 'index with another fill factor', 'ALTER INDEX %1$s SET (fillfactor = 71)', '',
     'definition: *, want definition: %3$s'),
    ('any', 'index no longer valid', 'UPDATE pg_catalog.pg_index SET indisvalid = false '
     'WHERE indexrelid = ''%1$s''::pg_catalog.regclass', '', 'valid: false, want valid: true'),
    ('any', 'index not ready', 'UPDATE pg_catalog.pg_index SET indisready = false, indisvalid = false '
     'WHERE indexrelid = ''%1$s''::pg_catalog.regclass', '', 'ready: false, want ready: true'),
    ('any', 'index that a table is clustered by', 'UPDATE pg_catalog.pg_index SET indisclustered = true '
     'WHERE indexrelid = ''%1$s''::pg_catalog.regclass', '', 'clustered: true, want clustered: false')
) AS d (applies, kind, change, replacement, finding)
  ON CASE d.applies
         WHEN 'any' THEN true
         WHEN 'unique' THEN i.indisunique AND (d.kind <> 'index that allows one NULL'
                            OR pg_catalog.current_setting('server_version_num')::integer >= 150000)
         WHEN 'not unique' THEN NOT i.indisunique AND i.amname = 'btree'
         WHEN 'partial' THEN i.is_partial
         WHEN 'not partial' THEN NOT i.is_partial
         WHEN 'include' THEN i.indnatts > i.indnkeyatts
         WHEN 'two keys' THEN i.indnkeyatts = 2 AND i.indnatts = 2
         WHEN 'expression' THEN i.shown LIKE 'btree (lower(%'
         WHEN 'ascending' THEN i.amname = 'btree' AND i.key_order = 0
         WHEN 'text' THEN i.amname = 'btree' AND i.key_type IN ('text', 'varchar') AND i.key_order = 0
         WHEN 'path' THEN i.definition LIKE '% jsonb_path_ops%'
         WHEN 'btree' THEN i.amname = 'btree' AND NOT i.indisunique
         WHEN 'fill factor' THEN i.definition LIKE '% WITH (fillfactor=%'
     END
ORDER BY i.name COLLATE "C", d.kind;
