-- Damage to rows: lost, added, twice, exchanged, moved.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, t.relation AS object,
       'SET LOCAL session_replication_role = replica; '
       || pg_catalog.format(d.plant, t.relation, t.key, t.first_key, t.columns, t.other_columns, t.column_1, t.column_2,
                            t.key_down, t.index, t.reference, t.parent, t.key_index, t.name) AS plant,
       pg_catalog.format('SELECT pg_catalog.md5(pg_catalog.string_agg(r.row, '','' ORDER BY r.row COLLATE "C")) '
                         'FROM (SELECT t.tableoid::text || t::text AS row FROM %s AS t) AS r', t.relation) AS looks,
       d.gate, pg_catalog.format(d.finding, t.relation, t.key) AS finding, d.also, NULL AS undo
FROM (
    SELECT pg_catalog.format('%I.%I', n.nspname, r.relname) AS relation, pg_catalog.quote_ident(r.relname) AS name,
    k.*, c.*,
            u.index, f.reference,
    f.other_reference,
           r.relispartition, r.relhastriggers,
           CASE WHEN NOT r.relispartition THEN h.inhparent::pg_catalog.regclass::text END AS parent,
           (SELECT pg_catalog.pg_get_expr(r.relpartbound, r.oid) = 'DEFAULT') AS is_default,
           EXISTS (SELECT FROM pg_catalog.pg_constraint AS o
                   WHERE o.contype = 'f' AND r.oid IN (o.conrelid, o.confrelid)) AS has_foreign_keys,
           EXISTS (SELECT FROM pg_catalog.pg_inherits AS o WHERE o.inhparent = r.oid) AS is_parent,
           EXISTS (SELECT FROM pg_catalog.pg_depend AS o
                   WHERE o.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND o.refobjid = r.oid
                     AND o.deptype = 'n') AS is_read
    FROM pg_catalog.pg_class AS r
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    LEFT JOIN pg_catalog.pg_inherits AS h ON h.inhrelid = r.oid
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY x.place) AS key,
               pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' DESC', ', ' ORDER BY x.place) AS key_down,
               (pg_catalog.array_agg(pg_catalog.quote_ident(a.attname) ORDER BY x.place))[1] AS first_key,
               pg_catalog.bool_and(a.atttypid IN ('pg_catalog.int2'::pg_catalog.regtype,
                                                  'pg_catalog.int4'::pg_catalog.regtype,
                                                  'pg_catalog.int8'::pg_catalog.regtype))
                   AND pg_catalog.count(*) = 1 AS is_number,
               pg_catalog.min(i.indexrelid::text) AS key_index
        FROM pg_catalog.pg_index AS i
        CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS x (number, place)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = x.number
        WHERE i.indrelid = r.oid AND i.indisprimary
    ) AS k
    CROSS JOIN LATERAL (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,
               pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum)
                   FILTER (WHERE pg_catalog.quote_ident(a.attname) <> k.first_key) AS other_columns,
               (pg_catalog.array_agg(pg_catalog.quote_ident(a.attname) ORDER BY a.attnum)
                    FILTER (WHERE a.atttypid = 'pg_catalog.text'::pg_catalog.regtype))[1] AS column_1,
               (pg_catalog.array_agg(pg_catalog.quote_ident(a.attname) ORDER BY a.attnum)
                    FILTER (WHERE a.atttypid IN ('pg_catalog.text'::pg_catalog.regtype,
                                                 'pg_catalog.varchar'::pg_catalog.regtype)
                                  AND a.atttypmod = -1))[2] AS column_2
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ) AS c
    -- A unique index beside the key's, which a damage keeps from seeing a row.
    LEFT JOIN LATERAL (
        SELECT i.indexrelid::text AS index FROM pg_catalog.pg_index AS i
        WHERE i.indrelid = r.oid AND i.indisunique AND NOT i.indisprimary AND i.indimmediate AND i.indpred IS NULL
          AND NOT i.indkey::smallint[] && (SELECT p.indkey::smallint[] FROM pg_catalog.pg_index AS p
                                           WHERE p.indrelid = r.oid AND p.indisprimary)
        ORDER BY i.indexrelid LIMIT 1
    ) AS u ON true
    LEFT JOIN LATERAL (
        SELECT pg_catalog.quote_ident(a.attname) AS reference, o.confrelid::pg_catalog.regclass::text AS other_reference
        FROM pg_catalog.pg_constraint AS o
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = o.conrelid AND a.attnum = o.conkey[1]
        WHERE o.conrelid = r.oid AND o.contype = 'f' AND pg_catalog.cardinality(o.conkey) = 1
          AND a.atttypid IN ('pg_catalog.int4'::pg_catalog.regtype, 'pg_catalog.int8'::pg_catalog.regtype)
        ORDER BY o.conname COLLATE "C" LIMIT 1
    ) AS f ON true
    WHERE r.relkind = 'r' AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
) AS t
JOIN (VALUES
    ('keyed', 'first row lost', 'DELETE FROM ONLY %1$s WHERE ctid = (SELECT ctid FROM ONLY %1$s ORDER BY %2$s LIMIT 1)',
     'row_checksum', '%1$s (*): have no row, want a row, as on the source', 'row_count'),
    ('keyed', 'last row lost', 'DELETE FROM ONLY %1$s WHERE ctid = (SELECT ctid FROM ONLY %1$s ORDER BY %8$s LIMIT 1)',
     'row_count', '%1$s: have * rows, want * rows', 'row_checksum'),
    ('keyed', 'row in the middle lost', 'DELETE FROM ONLY %1$s WHERE ctid = (SELECT ctid FROM ONLY %1$s ORDER BY %2$s '
     'LIMIT 1 OFFSET (SELECT pg_catalog.count(*) / 2 FROM ONLY %1$s))',
     'row_checksum', '%1$s (*): have no row, want a row, as on the source', 'row_count'),
    ('keyed', 'last rows lost', 'DELETE FROM ONLY %1$s WHERE ctid IN (SELECT ctid FROM ONLY %1$s ORDER BY %8$s LIMIT '
     '10)',
     'row_count', '%1$s: have * rows, want * rows', 'row_checksum'),
    ('keyed', 'every second row lost', 'DELETE FROM ONLY %1$s WHERE ctid IN (SELECT r.ctid FROM (SELECT ctid, '
     'pg_catalog.row_number() OVER (ORDER BY %2$s) AS place FROM ONLY %1$s) AS r WHERE r.place %% 2 = 0)',
     'row_count', '%1$s: have * rows, want * rows', 'row_checksum'),
    ('any', 'every row lost', 'DELETE FROM ONLY %1$s', 'row_count', '%1$s: have 0 rows, want * rows', 'row_checksum'),
    ('numbered', 'row beyond the last key', 'INSERT INTO %1$s (%3$s, %5$s) OVERRIDING SYSTEM VALUE '
     'SELECT %3$s + 1000, %5$s FROM ONLY %1$s ORDER BY %8$s LIMIT 1',
     'row_checksum', '%1$s (*): have a row that isn''t on the source, want no row, as on the source', 'row_count'),
    ('numbered', 'row below the first key', 'INSERT INTO %1$s (%3$s, %5$s) OVERRIDING SYSTEM VALUE '
     'SELECT %3$s - 1000, %5$s FROM ONLY %1$s ORDER BY %2$s LIMIT 1',
     'row_checksum', '%1$s (*): have a row that isn''t on the source, want no row, as on the source', 'row_count'),
    ('numbered', 'row with the smallest key of all', 'INSERT INTO %1$s (%3$s, %5$s) OVERRIDING SYSTEM VALUE '
     'SELECT -2147483648, %5$s FROM ONLY %1$s ORDER BY %2$s LIMIT 1',
     'row_checksum', '%1$s (*): have a row that isn''t on the source, want no row, as on the source', 'row_count'),
    ('numbered', 'a row lost and another added', 'DELETE FROM ONLY %1$s WHERE ctid = (SELECT ctid FROM ONLY %1$s '
     'ORDER BY %2$s LIMIT 1); INSERT INTO %1$s (%3$s, %5$s) OVERRIDING SYSTEM VALUE '
     'SELECT %3$s + 1000, %5$s FROM ONLY %1$s ORDER BY %8$s LIMIT 1',
     'row_checksum', '%1$s (*): have a row that isn''t on the source, want no row, as on the source', ''),
    ('numbered', 'row with another key', 'UPDATE ONLY %1$s SET %3$s = %3$s + 100000 WHERE ctid = (SELECT ctid '
     'FROM ONLY %1$s ORDER BY %8$s LIMIT 1)', 'row_checksum', '%1$s (*): have no row, want a row, as on the source',
     ''),
    ('numbered', 'all keys moved', 'UPDATE ONLY %1$s SET %3$s = %3$s + 100000', 'row_checksum',
     '%1$s (*): have no row, want a row, as on the source', ''),
    ('numbered', 'two rows whose keys are exchanged', 'UPDATE ONLY %1$s SET %3$s = -1 - %3$s WHERE %3$s IN (SELECT '
     '%3$s '
     'FROM ONLY %1$s WHERE %3$s > 0 ORDER BY %2$s LIMIT 2); UPDATE ONLY %1$s AS t SET %3$s = (SELECT -1 - o.%3$s FROM '
     'ONLY %1$s AS o WHERE o.%3$s < 0 AND o.%3$s <> t.%3$s ORDER BY o.%3$s LIMIT 1) WHERE t.%3$s < 0',
     'row_checksum', '%1$s (*): have different values in *, want * as on the source', ''),
    ('text', 'the same damage in two rows', 'UPDATE ONLY %1$s SET %6$s = ''damaged by selftest'' WHERE ctid IN (SELECT '
     'ctid FROM ONLY %1$s WHERE %6$s IS NOT NULL ORDER BY %2$s LIMIT 2)', 'row_checksum',
     '%1$s (*): have different values in *, want * as on the source', ''),
    ('text', 'values of two rows exchanged', 'UPDATE ONLY %1$s AS t SET %6$s = e.%6$s FROM (SELECT r.ctid, '
     'pg_catalog.lead(r.%6$s, 1, r.first) OVER (ORDER BY r.ctid) AS %6$s FROM (SELECT ctid, %6$s, '
     'pg_catalog.min(%6$s) OVER () AS first FROM ONLY %1$s WHERE %6$s IS NOT NULL AND %6$s <> '''' ORDER BY %6$s '
     'LIMIT 2) '
     'AS r) AS e WHERE t.ctid = e.ctid', 'row_checksum', '%1$s (*): have different values in *, want * as on the '
     'source',
     ''),
    ('texts', 'values of two columns exchanged', 'UPDATE ONLY %1$s SET %6$s = %7$s, %7$s = %6$s WHERE ctid = (SELECT '
     'ctid '
     'FROM ONLY %1$s WHERE %6$s <> %7$s ORDER BY %2$s LIMIT 1)', 'row_checksum',
     '%1$s (*): have different values in *, want * as on the source', ''),
    ('keyless', 'row lost from a table without a key', 'DELETE FROM ONLY %1$s WHERE ctid = (SELECT '
     'pg_catalog.min(ctid) '
     'FROM ONLY %1$s)', 'row_checksum', '%1$s*: have *, want *', 'row_count'),
    ('keyless', 'row twice in a table without a key', 'INSERT INTO %1$s (%4$s) SELECT %4$s FROM ONLY %1$s '
     'ORDER BY ctid LIMIT 1', 'row_checksum', '%1$s*: have *, want *', 'row_count'),
    ('keyless', 'row three times in a table without a key', 'INSERT INTO %1$s (%4$s) SELECT %4$s FROM (SELECT %4$s '
     'FROM '
     'ONLY %1$s ORDER BY ctid LIMIT 1) AS r CROSS JOIN pg_catalog.generate_series(1, 2)', 'row_checksum',
     '%1$s*: have *, want *', 'row_count'),
    ('keyless', 'a row lost and another twice', 'INSERT INTO %1$s (%4$s) SELECT %4$s FROM ONLY %1$s ORDER BY ctid '
     'LIMIT 1; '
     'DELETE FROM ONLY %1$s WHERE ctid = (SELECT ctid FROM ONLY %1$s ORDER BY ctid OFFSET 1 LIMIT 1)', 'row_checksum',
     '%1$s*: have *, want *', ''),
    ('child', 'row moved from a child to its parent', 'WITH moved AS (DELETE FROM ONLY %1$s WHERE ctid = (SELECT '
     'pg_catalog.min(ctid) FROM ONLY %1$s) RETURNING (pg_catalog.to_jsonb(%13$s)) AS row) INSERT INTO %11$s '
     'SELECT (pg_catalog.jsonb_populate_record(NULL::%11$s, m.row)).* FROM moved AS m', 'row_checksum',
     '*: have *, want *', 'row_count'),
    ('referencing', 'row without the row that it references', 'UPDATE ONLY %1$s SET %10$s = 2000000001 WHERE ctid = '
     '(SELECT ctid FROM ONLY %1$s ORDER BY %2$s LIMIT 1)', 'foreign_key_orphans', '%1$s*: have *, want *',
     'row_checksum,materialized_views'),
    ('indexed', 'value twice in a unique index that doesn''t see it',
     'UPDATE pg_catalog.pg_index SET indisready = false '
     'WHERE indexrelid = %9$s; INSERT INTO %1$s (%3$s, %5$s) OVERRIDING SYSTEM VALUE SELECT %3$s + 100000, %5$s FROM '
     'ONLY %1$s ORDER BY %2$s LIMIT 1; UPDATE pg_catalog.pg_index SET indisready = true WHERE indexrelid = %9$s',
     'unique_keys', '%1$s*: have *, want *', 'row_checksum,row_count,sequence_headroom'),
    ('numbered', 'key twice in a primary key that doesn''t see it', 'UPDATE pg_catalog.pg_index SET indisready = false '
     'WHERE indexrelid = %12$s; INSERT INTO %1$s (%4$s) OVERRIDING SYSTEM VALUE SELECT %4$s FROM ONLY %1$s ORDER BY '
     '%2$s '
     'LIMIT 1; UPDATE pg_catalog.pg_index SET indisready = true WHERE indexrelid = %12$s',
     'unique_keys', '%1$s*: have *, want *', 'row_checksum,row_count,sequence_headroom'),
    ('partition', 'row lost from a partition', 'DELETE FROM ONLY %1$s WHERE ctid = (SELECT pg_catalog.max(ctid) '
     'FROM ONLY %1$s)', 'row_checksum', '* (*): have no row, want a row, as on the source', 'row_count'),
    ('default partition', 'row lost from the default partition', 'DELETE FROM ONLY %1$s WHERE ctid = (SELECT '
     'pg_catalog.max(ctid) FROM ONLY %1$s)', 'row_checksum', '* (*): have no row, want a row, as on the source',
     'row_count'),
    ('partition', 'every row of a partition lost', 'DELETE FROM ONLY %1$s', 'row_count', '*: have * rows, want * rows',
     'row_checksum')
) AS d (applies, kind, plant, gate, finding, also)
  ON CASE d.applies
         WHEN 'partition' THEN t.relispartition AND NOT t.is_default
         WHEN 'default partition' THEN t.is_default
         WHEN 'child' THEN t.parent IS NOT NULL
         WHEN 'referencing' THEN t.reference IS NOT NULL AND t.key IS NOT NULL
         WHEN 'indexed' THEN t.index IS NOT NULL AND t.is_number
         ELSE NOT (t.relispartition OR t.has_foreign_keys OR t.is_read OR t.is_parent OR t.parent IS NOT NULL)
              AND CASE d.applies
                      WHEN 'any' THEN true
                      WHEN 'keyed' THEN t.key IS NOT NULL
                      WHEN 'numbered' THEN t.is_number
                      WHEN 'text' THEN t.column_1 IS NOT NULL AND t.key IS NOT NULL
                      WHEN 'texts' THEN t.column_1 IS NOT NULL AND t.column_2 IS NOT NULL AND t.key IS NOT NULL
                      WHEN 'keyless' THEN t.key IS NULL
                  END
     END
ORDER BY t.relation COLLATE "C", d.kind;
