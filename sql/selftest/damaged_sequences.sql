-- Damage to sequences.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, s.name AS object, pg_catalog.format(d.plant, s.name, s.last) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(q), '
                         'pg_catalog.pg_sequence_last_value(q.seqrelid), c.relname, c.relpersistence, '
                         '(SELECT pg_catalog.jsonb_agg(d.refobjid) FROM pg_catalog.pg_depend AS d '
                         'WHERE d.objid = q.seqrelid AND d.deptype IN (''a'', ''i''))) '
                         'FROM (SELECT) AS one LEFT JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = %1$s '
                         'LEFT JOIN pg_catalog.pg_class AS c ON c.oid = %1$s',
                         s.oid) AS looks,
       d.gate,
       pg_catalog.format(CASE d.gate WHEN 'sequence_headroom' THEN '*: have ' ELSE 'sequence %1$s: have '
       '' END || d.finding,
                         s.name) AS finding, d.also, NULL AS undo
FROM (
    SELECT q.seqrelid AS oid, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, q.*,
           pg_catalog.pg_sequence_last_value(q.seqrelid) AS last, o.deptype,
           EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                   WHERE d.refobjid = q.seqrelid AND d.deptype = 'n') AS is_used
    FROM pg_catalog.pg_sequence AS q
    JOIN pg_catalog.pg_class AS c ON c.oid = q.seqrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_depend AS o ON o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                       AND o.objid = c.oid AND o.deptype IN ('a', 'i')
    WHERE n.nspname !~ '^(pg_.*|information_schema)$'
      AND (c.tableoid, c.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
) AS s
JOIN (VALUES
    ('free', 'sequence dropped', 'DROP SEQUENCE %1$s', 'sequences', 'none on the target, want one, as on the source*',
     'sequence_values,owners,grants'),
    ('free', 'sequence renamed', 'ALTER SEQUENCE %1$s RENAME TO renamed_by_selftest', 'sequences',
     'none on the target, want one, as on the source*', 'sequence_values,owners,grants'),
    ('any', 'sequence with another increment', 'ALTER SEQUENCE %1$s INCREMENT 7', 'sequences',
     'increment: 7, want increment: *', ''),
    ('any', 'sequence with another start', 'ALTER SEQUENCE %1$s START 77', 'sequences', 'start: 77, want start: *', ''),
    ('any', 'sequence with another minimum', 'ALTER SEQUENCE %1$s MINVALUE -7', 'sequences',
     'minimum: -7, want minimum: *', ''),
    ('big', 'sequence with another maximum', 'ALTER SEQUENCE %1$s MAXVALUE 1000000000000', 'sequences',
     'maximum: 1000000000000, want maximum: *', ''),
    ('any', 'sequence with another cache', 'ALTER SEQUENCE %1$s CACHE 33', 'sequences', 'cache: 33, want cache: *', ''),
    ('no cycle', 'sequence that cycles', 'ALTER SEQUENCE %1$s CYCLE', 'sequences',
     'cycles: true, want cycles: false', ''),
    ('cycle', 'sequence that no longer cycles', 'ALTER SEQUENCE %1$s NO CYCLE', 'sequences',
     'cycles: false, want cycles: true', ''),
    ('big and free', 'sequence of integer instead of bigint', 'ALTER SEQUENCE %1$s AS integer', 'sequences',
     'type: integer, want type: bigint', ''),
    ('integer', 'sequence of bigint instead of integer', 'ALTER SEQUENCE %1$s AS bigint', 'sequences',
     'type: bigint, want type: integer', ''),
    ('serial', 'sequence without its column', 'ALTER SEQUENCE %1$s OWNED BY NONE', 'sequences',
     'owned by: none, want owned by: *', ''),
    ('any of 15', 'sequence not logged', 'ALTER SEQUENCE %1$s SET UNLOGGED', 'sequences',
     'logged: false, want logged: true', ''),
    ('drawn and free', 'sequence behind', 'SELECT pg_catalog.setval(''%1$s'', 1)', 'sequence_values',
     'next value *, want * or more, as on the source', ''),
    ('drawn', 'sequence one behind', 'SELECT pg_catalog.setval(''%1$s'', %2$s, false)', 'sequence_values',
     'next value *, want * or more, as on the source', 'sequence_headroom'),
    ('drawn', 'sequence never drawn from', 'ALTER SEQUENCE %1$s RESTART', 'sequence_values',
     'next value *, want * or more, as on the source', 'sequence_headroom'),
    ('column', 'sequence behind its column', 'SELECT pg_catalog.setval(''%1$s'', 1)', 'sequence_headroom',
     'next value * of %1$s, want above *, the maximum of the column', 'sequence_values'),
    ('any', 'sequence nearly exhausted', 'SELECT pg_catalog.setval(''%1$s'', (SELECT q.seqmax - 1 '
     'FROM pg_catalog.pg_sequence AS q WHERE q.seqrelid = ''%1$s''::pg_catalog.regclass))',
     'sequence_exhaustion', '*, want *', '')
) AS d (applies, kind, plant, gate, finding, also)
  ON CASE d.applies
         WHEN 'any' THEN s.seqincrement > 0
         WHEN 'any of 15' THEN pg_catalog.current_setting('server_version_num')::integer >= 150000
         WHEN 'free' THEN s.deptype IS NULL AND NOT s.is_used
         WHEN 'cycle' THEN s.seqcycle
         WHEN 'no cycle' THEN NOT s.seqcycle
         WHEN 'big' THEN s.seqtypid = 'pg_catalog.int8'::pg_catalog.regtype
         WHEN 'big and free' THEN s.seqtypid = 'pg_catalog.int8'::pg_catalog.regtype AND s.deptype IS NULL
         WHEN 'integer' THEN s.seqtypid = 'pg_catalog.int4'::pg_catalog.regtype
         WHEN 'serial' THEN s.deptype = 'a'
         WHEN 'drawn' THEN s.last > s.seqstart AND s.seqincrement > 0
         WHEN 'drawn and free' THEN s.last > s.seqstart AND s.seqincrement > 0 AND s.deptype IS NULL
         WHEN 'column' THEN s.last > s.seqstart AND s.seqincrement > 0 AND s.deptype IS NOT NULL
     END
ORDER BY s.name COLLATE "C", d.kind;
