-- Damage to what checks of the plan demand of rows. A row without references to it is damaged.
-- $1: json, the plan's checks: id, gate and parameters of each
-- Returns: the columns of a damage, which core/record/trial.h describes.
WITH asked AS (
    SELECT c.value ->> 'gate' AS gate, c.value -> 'parameters' AS given
    FROM pg_catalog.jsonb_array_elements($1::jsonb) AS c (value)
), relation AS (
    SELECT r.oid, pg_catalog.format('%I.%I', n.nspname, r.relname) AS name,
           pg_catalog.format('%s.%s', n.nspname, r.relname) AS spelt
    FROM pg_catalog.pg_class AS r
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    WHERE r.relkind = 'r' AND NOT r.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
), texts AS (
    SELECT a.attrelid, a.attname, pg_catalog.quote_ident(a.attname) AS name
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND a.atttypid = ANY ('{text,varchar}'::pg_catalog.regtype[])
), demand AS (
    SELECT q.gate, 'key' AS sort, r.name AS relation, a.name AS column, g.relation AS subject, NULL AS value,
           NULL AS other, NULL AS time, NULL AS want
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each(q.given -> 'columns') AS g (relation, columns)
    JOIN relation AS r ON g.relation IN (r.name, r.spelt)
    JOIN texts AS a ON a.attrelid = r.oid AND g.columns ? a.attname::text
    WHERE q.gate = 'business_key_checksum'
    UNION ALL
    SELECT q.gate, s.sort, r.name, a.name, pg_catalog.format('target: %s.%s', r.name, a.attname), e.prefix,
           e.given ->> 'encoding', e.given ->> 'entropy', s.want
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_each(q.given -> 'columns') AS g (name, given)
    CROSS JOIN LATERAL (SELECT g.given, g.given ->> 'prefix' AS prefix, (g.given ->> 'shortest')::bigint AS shortest,
                               (g.given ->> 'longest')::bigint AS longest) AS e
    JOIN relation AS r ON e.given ->> 'relation' IN (r.name, r.spelt)
    JOIN texts AS a ON a.attrelid = r.oid AND a.attname = e.given ->> 'column'
    JOIN (VALUES ('prefix', 'the prefix %1$s'), ('encoding', 'the encoding %2$s'),
                 ('length', 'a length of %3$s to %4$s characters'),
                 ('entropy', 'an entropy of at least %5$s bits per character')) AS w (sort, words)
      ON CASE w.sort WHEN 'prefix' THEN e.prefix <> '' WHEN 'encoding' THEN e.given ->> 'encoding' <> 'any'
                     WHEN 'length' THEN e.shortest > 4 ELSE (e.given ->> 'entropy')::numeric > 0 END
    CROSS JOIN LATERAL (
        SELECT w.sort, pg_catalog.format(w.words, e.prefix, e.given ->> 'encoding', e.shortest, e.longest,
                                         e.given ->> 'entropy') AS want
    ) AS s
    WHERE q.gate = 'encrypted_columns'
    UNION ALL
    SELECT q.gate, 'entry', r.name, a.name, q.given ->> 'table', NULL, NULL, NULL,
           'a row with ' || pg_catalog.replace((q.given -> 'row')::text, '": "', '":"')
    FROM asked AS q
    JOIN relation AS r ON q.given ->> 'table' IN (r.name, r.spelt)
    JOIN texts AS a ON a.attrelid = r.oid AND q.given -> 'row' ? a.attname::text
    WHERE q.gate = 'log_entry'
    UNION ALL
    SELECT q.gate, k.sort, r.name, pg_catalog.quote_ident(q.given ->> 'key_column'), k.key, k.literal,
           pg_catalog.quote_ident(q.given ->> 'payload_column'), pg_catalog.quote_ident(q.given ->> 'updated_column'),
           NULL
    FROM asked AS q
    JOIN relation AS r ON q.given ->> 'table' IN (r.name, r.spelt)
    CROSS JOIN LATERAL (
        SELECT 'state' AS sort, l.key, pg_catalog.quote_literal(l.key) AS literal
        FROM pg_catalog.jsonb_array_elements_text(q.given -> 'keys') AS l (key)
        UNION ALL
        SELECT 'other state', '*', pg_catalog.string_agg(pg_catalog.quote_literal(l.key), ', ')
        FROM pg_catalog.jsonb_array_elements_text(q.given -> 'keys') AS l (key)
    ) AS k
    WHERE q.gate = 'state_store_keys'
    UNION ALL
    SELECT q.gate, 'bytes', r.name, a.name, pg_catalog.format('target: %s.%s', r.name, a.attname),
           NULL, NULL, NULL, NULL
    FROM asked AS q
    JOIN relation AS r ON q.given -> 'relations' = '"*"' OR q.given -> 'relations' ?| ARRAY[r.name, r.spelt]
    JOIN texts AS a ON a.attrelid = r.oid
    WHERE q.gate = 'text_encoding'
)
SELECT d.kind, pg_catalog.concat_ws(' of ', t.column, t.relation) AS object,
       pg_catalog.format(d.plant, t.relation, t.column, t.value, t.other, t.time,
                         pg_catalog.format('(SELECT s.ctid FROM %s AS s ORDER BY s.ctid DESC LIMIT 1)', t.relation))
           AS plant,
       pg_catalog.format('SELECT pg_catalog.md5(pg_catalog.string_agg(t.text, '','' ORDER BY t.text COLLATE "C")) '
                         'FROM (SELECT pg_catalog.encode(pg_catalog.record_send(t), ''hex'') AS text '
                         'FROM %s AS t) AS t',
                         t.relation) AS looks,
       t.gate, pg_catalog.format(d.finding, t.subject, t.want) AS finding, d.also, NULL AS undo
FROM demand AS t
JOIN (VALUES
    ('key', 'business key changed', 'UPDATE %1$s SET %2$s = %2$s || ''?'' WHERE ctid = %6$s',
     '%1$s: have sha256 *, want sha256 *', 'row_checksum'),
    ('key', 'business key in another case',
     'UPDATE %1$s SET %2$s = pg_catalog.upper(%2$s) WHERE ctid = %6$s',
     '%1$s: have sha256 *, want sha256 *', 'row_checksum'),
    ('key', 'business key with a blank more',
     'UPDATE %1$s SET %2$s = %2$s || '' '' WHERE ctid = %6$s',
     '%1$s: have sha256 *, want sha256 *', 'row_checksum'),
    ('prefix', 'secret in plain text', 'UPDATE %1$s SET %2$s = ''secret'' WHERE ctid = %6$s',
     '%1$s: have 1 of * without %2$s, want %2$s in each', 'row_checksum'),
    ('prefix', 'all secrets in plain text', 'UPDATE %1$s SET %2$s = ''secret ''|| pg_catalog.md5(%2$s)',
     '%1$s: have * without %2$s, want %2$s in each', 'row_checksum'),
    ('encoding', 'secret in another encoding',
     'UPDATE %1$s SET %2$s = %2$s || ''!'' WHERE ctid = %6$s',
     '%1$s: have 1 of * without %2$s, want %2$s in each', 'row_checksum'),
    ('length', 'secret cut off', 'UPDATE %1$s SET %2$s = %3$L || ''AAAA'' WHERE ctid = %6$s',
     '%1$s: have 1 of * without %2$s, want %2$s in each', 'row_checksum'),
    ('entropy', 'secret of one character',
     'UPDATE %1$s SET %2$s = %3$L || pg_catalog.repeat(''A'', 44) WHERE ctid = %6$s',
     '%1$s: have 1 of * without %2$s, want %2$s in each', 'row_checksum'),
    ('entry', 'demanded log entry changed', 'UPDATE %1$s SET %2$s = ''not '' || %2$s',
     '%1$s: have no row, want a row with *', 'row_checksum'),
    ('entry', 'demanded log entries lost', 'DELETE FROM %1$s', '%1$s: have no row, want a row with *',
     'row_checksum,row_count'),
    ('state', 'key of the state store lost', 'DELETE FROM %1$s WHERE %2$s = %3$s',
     '%1$s: have no such key on the target, want the key', 'row_checksum,row_count'),
    ('state', 'key of the state store renamed', 'UPDATE %1$s SET %2$s = %2$s || ''_'' WHERE %2$s = %3$s',
     '%1$s: have no such key on the target, want the key', 'row_checksum,row_count'),
    ('state', 'payload of another key', 'UPDATE %1$s SET %4$s = (SELECT s.%4$s FROM %1$s AS s '
     'WHERE s.%2$s <> %3$s AND s.%4$s IS DISTINCT FROM %1$s.%4$s LIMIT 1) WHERE %2$s = %3$s',
     '%1$s: have payload md5 *, want payload md5 *', 'row_checksum'),
    ('state', 'older state', 'UPDATE %1$s SET %5$s = %5$s - interval ''1 minute'' WHERE %2$s = %3$s',
     '%1$s: have updated 60000000 microseconds earlier than on the source, want updated no earlier than on the source',
     'row_checksum'),
    ('other state', 'state of a key that isn''t demanded lost', 'DELETE FROM %1$s WHERE %2$s NOT IN (%3$s)',
     '%1$s: have no such key on the target, want the key, as on the source', 'row_checksum,row_count'),
    ('bytes', 'bytes that aren''t text', 'CREATE CAST (bytea AS text) WITHOUT FUNCTION; '
     'UPDATE %1$s SET %2$s = pg_catalog.decode(''636166e9'', ''hex'')::text WHERE ctid = %6$s; '
     'DROP CAST (bytea AS text); UPDATE pg_catalog.pg_database SET encoding = 0 '
     'WHERE datname = pg_catalog.current_database()',
     '%1$s: have 1 row that isn''t valid UTF-8, want none', 'row_checksum,settings,collations')
) AS d (applies, kind, plant, finding, also) ON d.applies = t.sort
ORDER BY t.relation COLLATE "C", t.column COLLATE "C", d.kind, t.subject COLLATE "C";
