-- Damage to what checks of the plan demand of objects.
-- $1: json, the plan's checks: id, gate and parameters of each
-- Returns: the columns of a damage, which core/record/trial.h describes.
WITH asked AS (
    SELECT c.value ->> 'gate' AS gate, c.value -> 'parameters' AS given
    FROM pg_catalog.jsonb_array_elements($1::jsonb) AS c (value)
), relation AS (
    SELECT r.oid, n.nspname, pg_catalog.format('%I.%I', n.nspname, r.relname) AS name,
           pg_catalog.format('%s.%s', n.nspname, r.relname) AS spelt
    FROM pg_catalog.pg_class AS r
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE r.relkind = 'r' AND NOT r.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
), attribute AS (
    SELECT a.attrelid, a.attnum, a.attname, pg_catalog.quote_ident(a.attname) AS name, a.attnotnull,
           t.typname, a.atttypid, a.atttypmod <> -1 AS has_modifier,
           EXISTS (SELECT FROM pg_catalog.pg_depend AS p
                   WHERE p.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.refobjid = a.attrelid
                     AND p.refobjsubid = a.attnum AND p.deptype <> 'i') AS is_used,
           EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = a.attrelid AND i.indisprimary
                                                          AND a.attnum = ANY (i.indkey)) AS is_key
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    WHERE a.attnum > 0 AND NOT a.attisdropped
), key AS (
    SELECT con.oid, con.conrelid, con.conindid, con.contype, pg_catalog.quote_ident(con.conname) AS name,
           pg_catalog.pg_get_constraintdef(con.oid) AS definition, con.confrelid,
           (SELECT pg_catalog.jsonb_agg(a.attname ORDER BY k.place)
            FROM pg_catalog.unnest(con.conkey) WITH ORDINALITY AS k (attnum, place)
            JOIN attribute AS a ON a.attrelid = con.conrelid AND a.attnum = k.attnum) AS columns
    FROM pg_catalog.pg_constraint AS con
    WHERE con.contype IN ('p', 'f')
), index AS (
    SELECT i.indrelid, i.indexrelid, i.indisunique, pg_catalog.format('%I.%I', n.nspname, r.relname) AS name,
           pg_catalog.format('%I (%s)', r.relname, m.amname) AS words,
           pg_catalog.pg_get_indexdef(i.indexrelid) AS definition, i.indpred IS NULL AS has_all_rows,
           EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conindid = i.indexrelid) AS is_of_constraint,
           (SELECT pg_catalog.jsonb_agg(a.attname ORDER BY k.place)
            FROM pg_catalog.generate_series(0, i.indnkeyatts - 1) AS k (place)
            JOIN attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.place]) AS columns
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS r ON r.oid = i.indexrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    JOIN pg_catalog.pg_am AS m ON m.oid = r.relam
    WHERE i.indexprs IS NULL
), place AS (
    SELECT e.name, s.step ->> 'name' AS step, e.sort,
           pg_catalog.row_number() OVER (ORDER BY s.place, e.sort = 'indexes', e.place) AS place
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_array_elements(q.given -> 'steps') WITH ORDINALITY AS s (step, place)
    CROSS JOIN LATERAL (
        SELECT 'relations' AS sort, l.name, l.place
        FROM pg_catalog.jsonb_array_elements_text(s.step -> 'relations') WITH ORDINALITY AS l (name, place)
        UNION ALL
        SELECT 'indexes', l.name, l.place
        FROM pg_catalog.jsonb_array_elements_text(s.step -> 'indexes') WITH ORDINALITY AS l (name, place)
    ) AS e
    WHERE q.gate = 'creation_order' AND q.given ->> 'side' = 'target'
), demand AS (
    SELECT q.gate, 'key' AS sort, r.name AS relation, k.name, w.words AS columns, more.name AS other,
           CASE WHEN w.number > 1 THEN w.reversed END AS reversed, '(' || w.words || ')' AS want,
           k.conindid AS indexrelid, k.definition
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each(q.given -> 'keys') AS g (relation, columns)
    JOIN relation AS r ON g.relation IN (r.name, r.spelt)
    JOIN key AS k ON k.conrelid = r.oid AND k.contype = 'p' AND k.columns = g.columns
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(l.name), ', ' ORDER BY l.place) AS words,
               pg_catalog.string_agg(pg_catalog.quote_ident(l.name), ', ' ORDER BY l.place DESC) AS reversed,
               pg_catalog.count(*) AS number
        FROM pg_catalog.jsonb_array_elements_text(g.columns) WITH ORDINALITY AS l (name, place)
    ) AS w
    LEFT JOIN LATERAL (
        SELECT a.name FROM attribute AS a
        WHERE a.attrelid = r.oid AND a.attnotnull AND NOT a.is_key ORDER BY a.attnum LIMIT 1
    ) AS more ON true
    WHERE q.gate = 'primary_key'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS f WHERE f.contype = 'f' AND f.conindid = k.conindid)
    UNION ALL
    SELECT q.gate, 'column', r.name, a.name, NULL, NULL, NULL, 'NOT NULL', NULL, NULL
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each(q.given -> 'columns') AS g (relation, columns)
    JOIN relation AS r ON g.relation IN (r.name, r.spelt)
    JOIN attribute AS a ON a.attrelid = r.oid AND g.columns ? a.attname::text AND a.attnotnull AND NOT a.is_key
    WHERE q.gate = 'not_null'
    UNION ALL
    SELECT q.gate, CASE WHEN a.typname IN ('numeric', 'varchar') AND NOT a.has_modifier THEN '' ELSE a.typname END,
           r.name, a.name, NULL, NULL, NULL, g.type, NULL, NULL
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each_text(q.given -> 'types') AS g (name, type)
    JOIN relation AS r ON pg_catalog.starts_with(g.name, r.name) OR pg_catalog.starts_with(g.name, r.spelt)
    JOIN attribute AS a ON a.attrelid = r.oid AND NOT a.is_used
                       AND g.name IN (r.name || '.' || a.name, r.spelt || '.' || a.attname)
    WHERE q.gate = 'column_type'
    UNION ALL
    SELECT q.gate, 'absent', r.name, pg_catalog.quote_ident(g.name), g.name, pg_catalog.quote_ident(r.nspname), NULL,
           'no such column', NULL, NULL
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_array_elements_text(q.given -> 'columns') AS g (name)
    JOIN relation AS r ON q.given -> 'schemas' = '[]' OR q.given -> 'schemas' ? r.nspname::text
    WHERE q.gate = 'column_absent'
    UNION ALL
    SELECT q.gate, 'enum', g.name, t.name, pg_catalog.quote_literal(g.labels ->> 0), NULL, NULL, w.words, t.oid, NULL
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each(q.given -> 'types') AS g (name, labels)
    JOIN (SELECT y.oid, pg_catalog.format('%I.%I', n.nspname, y.typname) AS name,
                 pg_catalog.format('%s.%s', n.nspname, y.typname) AS spelt
          FROM pg_catalog.pg_type AS y
          JOIN pg_catalog.pg_namespace AS n ON n.oid = y.typnamespace
          WHERE y.typtype = 'e') AS t ON g.name IN (t.name, t.spelt)
    CROSS JOIN LATERAL (SELECT pg_catalog.string_agg(l.label, ', ' ORDER BY l.place) AS words
                        FROM pg_catalog.jsonb_array_elements_text(g.labels) WITH ORDINALITY AS l (label, place)) AS w
    WHERE q.gate = 'enum_order'
    UNION ALL
    SELECT q.gate, u.words || 'index', r.name, i.name, i.words, NULL, NULL,
           pg_catalog.format('%s on (%s), valid and not partial',
                             CASE u.words WHEN '' THEN 'an index' ELSE 'a unique index' END, w.words),
           i.indexrelid, i.definition
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each(q.given -> 'indexes') AS g (label, given)
    CROSS JOIN LATERAL (SELECT CASE WHEN (g.given ->> 'unique')::boolean THEN 'unique ' ELSE '' END AS words) AS u
    JOIN relation AS r ON g.given ->> 'relation' IN (r.name, r.spelt)
    JOIN index AS i ON i.indrelid = r.oid AND i.columns = g.given -> 'columns' AND i.has_all_rows
                   AND NOT i.is_of_constraint
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(l.name), ', ' ORDER BY l.place) AS words
        FROM pg_catalog.jsonb_array_elements_text(g.given -> 'columns') WITH ORDINALITY AS l (name, place)
    ) AS w
    WHERE q.gate = 'required_indexes'
      AND NOT EXISTS (SELECT FROM index AS more WHERE more.indrelid = i.indrelid AND more.columns = i.columns
                                                  AND more.indexrelid <> i.indexrelid)
    UNION ALL
    SELECT q.gate, 'foreign key', r.name, k.name, NULL, o.name, NULL,
           pg_catalog.regexp_replace(k.definition, '^FOREIGN KEY ([(][^()]*[)]) REFERENCES ([^ (]*)([(][^()]*[)]).*$',
                                     r.name || ' \1 references \2 \3, validated and enforced'), NULL, k.definition
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each(q.given -> 'keys') AS g (label, given)
    JOIN relation AS r ON g.given ->> 'relation' IN (r.name, r.spelt)
    JOIN relation AS o ON g.given ->> 'references' IN (o.name, o.spelt)
    JOIN key AS k ON k.conrelid = r.oid AND k.contype = 'f' AND k.confrelid = o.oid AND k.columns = g.given -> 'columns'
    WHERE q.gate = 'foreign_keys'
    UNION ALL
    SELECT q.gate, 'trigger', r.name, pg_catalog.quote_ident(t.tgname), t.tgfoid::pg_catalog.regprocedure::text,
           NULL, NULL, 'enabled', NULL, NULL
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each(q.given -> 'triggers') AS g (relation, triggers)
    JOIN relation AS r ON g.relation IN (r.name, r.spelt)
    JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = r.oid AND g.triggers ? t.tgname::text AND t.tgenabled = 'O'
    WHERE q.gate = 'trigger_enabled'
    UNION ALL
    SELECT 'creation_order', 'later', r.name, a.name, later.step, o.name, NULL, b.name, NULL, NULL
    FROM place AS earlier
    JOIN relation AS r ON earlier.name IN (r.name, r.spelt)
    JOIN place AS later ON later.sort = 'relations' AND later.place > earlier.place
    JOIN relation AS o ON later.name IN (o.name, o.spelt)
    JOIN key AS k ON k.conrelid = o.oid AND k.contype = 'p' AND pg_catalog.jsonb_array_length(k.columns) = 1
    JOIN attribute AS b ON b.attrelid = o.oid AND b.attname::text = k.columns ->> 0
    JOIN attribute AS a ON a.attrelid = r.oid AND a.atttypid = b.atttypid
    WHERE earlier.sort = 'relations'
    UNION ALL
    SELECT 'creation_order', 'needed', r.name, NULL, pg_catalog.quote_ident(r.nspname), NULL, NULL, NULL, NULL, NULL
    FROM place AS p
    JOIN relation AS r ON p.sort = 'relations' AND p.name IN (r.name, r.spelt)
    UNION ALL
    SELECT 'creation_order', 'created', i.name, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM place AS p
    JOIN index AS i ON p.sort = 'indexes' AND p.name = i.name AND NOT i.is_of_constraint
)
SELECT d.kind, pg_catalog.concat_ws(' of ', NULLIF(t.name, t.relation), t.relation) AS object,
       CASE WHEN d.plant LIKE '^%'
            THEN pg_catalog.format('DROP INDEX %s; %s', t.name,
                                   pg_catalog.regexp_replace(t.definition, pg_catalog.split_part(d.plant, '->', 1),
                                                             pg_catalog.split_part(d.plant, '->', 2)))
            ELSE pg_catalog.format(d.plant, t.relation, t.name, t.columns, t.other, t.want, t.reversed, t.indexrelid,
                                   t.definition) END AS plant,
       'SELECT pg_catalog.jsonb_build_array((SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(a.attrelid, '
       'a.attname, a.attnotnull, a.atttypid, a.atttypmod) ORDER BY a.attrelid, a.attnum) '
       'FROM pg_catalog.pg_attribute AS a WHERE a.attrelid >= 16384), (SELECT pg_catalog.jsonb_agg('
       'pg_catalog.jsonb_build_array(c.conname, pg_catalog.pg_get_constraintdef(c.oid)) ORDER BY c.oid) '
       'FROM pg_catalog.pg_constraint AS c), (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(i.indisvalid, '
       'pg_catalog.pg_get_indexdef(i.indexrelid)) ORDER BY i.indexrelid) FROM pg_catalog.pg_index AS i '
       'WHERE i.indexrelid >= 16384), (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(t.tgname, t.tgenabled) '
       'ORDER BY t.oid) FROM pg_catalog.pg_trigger AS t), (SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array('
       'e.enumlabel, y.typname) ORDER BY y.oid, e.enumsortorder) FROM pg_catalog.pg_enum AS e '
       'JOIN pg_catalog.pg_type AS y ON y.oid = e.enumtypid))' AS looks,
       t.gate, pg_catalog.format(d.finding, t.relation, t.name, t.columns, t.other, t.want, t.reversed) AS finding,
       d.also, NULL AS undo
FROM demand AS t
JOIN (VALUES
    ('key', 'demanded primary key dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     'primary key: have none, want %5$s', 'constraints,indexes'),
    ('key', 'demanded primary key of more columns',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s PRIMARY KEY (%3$s, %4$s)',
     'primary key: have (%3$s, %4$s), want %5$s', 'constraints,indexes'),
    ('key', 'demanded primary key in another order',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s PRIMARY KEY (%6$s)',
     'primary key: have (%6$s), want %5$s', 'constraints,indexes'),
    ('key', 'demanded primary key not valid',
     'UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = %7$s',
     'primary key: have (%3$s), not valid, want %5$s', 'indexes'),
    ('column', 'demanded column that allows NULL', 'ALTER TABLE %1$s ALTER COLUMN %2$s DROP NOT NULL',
     'column %2$s: have nullable, want NOT NULL', 'columns'),
    ('column', 'demanded column renamed', 'ALTER TABLE %1$s RENAME COLUMN %2$s TO renamed_by_selftest',
     'column %2$s: have no such column, want NOT NULL', 'columns,row_checksum'),
    ('numeric', 'demanded numeric without its scale', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE numeric',
     'column %2$s: have numeric, want %5$s', 'columns'),
    ('varchar', 'demanded varchar with another length', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE varchar(4000)',
     'column %2$s: have character varying(4000), want %5$s', 'columns'),
    ('timestamptz', 'demanded timestamptz that became timestamp', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE timestamp',
     'column %2$s: have timestamp without time zone, want %5$s', 'columns,row_checksum'),
    ('typed', 'demanded column of another type', 'ALTER TABLE %1$s ALTER COLUMN %2$s TYPE text USING %2$s::text',
     'column %2$s: have text, want %5$s', 'columns,row_checksum'),
    ('typed', 'demanded column with a type lost', 'ALTER TABLE %1$s DROP COLUMN %2$s',
     'column %2$s: have no such column, want %5$s', 'columns,row_checksum'),
    ('absent', 'column still there', 'ALTER TABLE %1$s ADD COLUMN %2$s integer',
     '%1$s: have a table with column %3$s, want no such column', 'columns,row_checksum'),
    ('absent', 'view with a column still there', 'CREATE VIEW %4$s.left_by_selftest AS SELECT 1 AS %2$s',
     '%4$s.left_by_selftest: have a view with column %3$s, want no such column', 'views,owners,grants'),
    ('absent', 'materialized view with a column still there',
     'CREATE MATERIALIZED VIEW %4$s.left_by_selftest AS SELECT 1 AS %2$s',
     '%4$s.left_by_selftest: have a materialized view with column %3$s, want no such column',
     'views,owners,grants,materialized_views'),
    ('enum', 'demanded label renamed', 'ALTER TYPE %2$s RENAME VALUE %3$s TO ''renamed_by_selftest''',
     '%1$s: have target: renamed_by_selftest*, want %5$s', 'types,columns,row_checksum'),
    ('enum', 'label more than demanded', 'ALTER TYPE %2$s ADD VALUE ''added_by_selftest''',
     '%1$s: have target: %5$s, added_by_selftest, want %5$s', 'types'),
    ('enum', 'demanded labels in another order',
     'UPDATE pg_catalog.pg_enum SET enumsortorder = - enumsortorder WHERE enumtypid = %7$s',
     '%1$s: have target: *, want %5$s', 'types'),
    ('enum', 'demanded enum renamed', 'ALTER TYPE %2$s RENAME TO renamed_by_selftest',
     '%1$s: have target: no such enum, want %5$s', 'types,owners,grants,columns'),
    ('any index', 'demanded index dropped', 'DROP INDEX %2$s', 'index: have none, want %5$s', 'indexes'),
    ('any index', 'demanded index not valid',
     'UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = %7$s',
     'index: have %3$s, invalid, want %5$s', 'indexes'),
    ('any index', 'demanded index of fewer rows', '^(.*)$->\1 WHERE (3 > 2)', 'index: have %3$s, partial, want %5$s',
     'indexes'),
    ('unique index', 'demanded index no longer unique', '^CREATE UNIQUE->CREATE',
     'index: have %3$s, not unique, want %5$s', 'indexes'),
    ('foreign key', 'demanded foreign key dropped', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     'foreign key: have none, want %5$s', 'constraints'),
    ('foreign key', 'demanded foreign key not validated',
     'ALTER TABLE %1$s DROP CONSTRAINT %2$s, ADD CONSTRAINT %2$s %8$s NOT VALID',
     'foreign key: have %2$s, not validated, want %5$s', 'constraints'),
    ('foreign key', 'demanded foreign key that nothing enforces', 'ALTER TABLE %1$s DISABLE TRIGGER ALL',
     'foreign key: have %2$s, with disabled triggers on %1$s, want %5$s', 'triggers,constraints'),
    ('foreign key', 'demanded foreign key that deletes don''t heed', 'ALTER TABLE %4$s DISABLE TRIGGER ALL',
     'foreign key: have %2$s, with disabled triggers on %4$s, want %5$s', 'triggers,constraints'),
    ('trigger', 'demanded trigger disabled', 'ALTER TABLE %1$s DISABLE TRIGGER %2$s',
     'trigger %2$s: have disabled, calls %3$s, want %5$s', 'triggers'),
    ('trigger', 'demanded trigger enabled on replicas only', 'ALTER TABLE %1$s ENABLE REPLICA TRIGGER %2$s',
     'trigger %2$s: have enabled on replicas only, calls %3$s, want %5$s', 'triggers'),
    ('trigger', 'demanded trigger dropped', 'DROP TRIGGER %2$s ON %1$s',
     'trigger %2$s: have no such trigger, want %5$s', 'triggers'),
    ('later', 'foreign key to a table of a later step',
     'ALTER TABLE %1$s ADD CONSTRAINT added_by_selftest FOREIGN KEY (%2$s) REFERENCES %4$s (%5$s) NOT VALID',
     'relation %1$s: have a dependency on relation %4$s, created later in step %3$s, want relation %4$s created first',
     'constraints,foreign_key_orphans'),
    ('needed', 'column of a type that no step creates',
     'CREATE TYPE %3$s.added_by_selftest AS ENUM (''a''); '
     'ALTER TABLE %1$s ADD COLUMN added_by_selftest %3$s.added_by_selftest',
     'relation %1$s: have a dependency on type %3$s.added_by_selftest, which no step creates, '
     'want a step that creates it',
     'types,columns,row_checksum,owners,grants'),
    ('created', 'index of a step lost', 'DROP INDEX %1$s',
     'index %1$s: have none on the target, want one, as the step creates it', 'indexes')
) AS d (applies, kind, plant, finding, also)
  ON CASE d.applies
         WHEN 'any index' THEN t.sort IN ('index', 'unique index')
         WHEN 'typed' THEN t.gate = 'column_type' AND t.sort NOT IN ('text', 'json', 'jsonb')
         ELSE t.sort = d.applies
     END
WHERE (d.kind <> 'demanded primary key of more columns' OR t.other IS NOT NULL)
  AND (d.kind <> 'demanded primary key in another order' OR t.reversed IS NOT NULL)
ORDER BY t.relation COLLATE "C", t.name COLLATE "C", d.kind;
