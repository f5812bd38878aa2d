-- Damage to what checks of the plan demand of the source: the copy with the damage stands where the source does.
-- $1: json, the plan's checks: id, gate and parameters of each
-- Returns: the columns of a damage, which core/record/trial.h describes.
WITH asked AS (
    SELECT c.value ->> 'gate' AS gate, c.value -> 'parameters' AS given
    FROM pg_catalog.jsonb_array_elements($1::jsonb) AS c (value)
), relation AS (
    SELECT r.oid, r.relname, pg_catalog.format('%I.%I', n.nspname, r.relname) AS name,
           pg_catalog.format('%s.%s', n.nspname, r.relname) AS spelt, pg_catalog.quote_ident(k.conname) AS key,
           k.conindid
    FROM pg_catalog.pg_class AS r
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
    JOIN pg_catalog.pg_constraint AS k ON k.conrelid = r.oid AND k.contype = 'p'
    WHERE r.relkind = 'r' AND NOT r.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
      AND r.relreplident = 'd'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS f WHERE f.contype = 'f' AND f.conindid = k.conindid)
      AND (r.tableoid, r.oid) NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
), demand AS (
    SELECT q.gate, r.name AS object, r.key, r.conindid
    FROM asked AS q
    JOIN relation AS r ON (q.given -> 'relations' = '"*"' OR q.given -> 'relations' ?| ARRAY[r.name, r.spelt])
                      AND NOT q.given -> 'except' ?| ARRAY[r.name, r.spelt]
    WHERE q.gate = 'replica_identity'
    UNION ALL
    SELECT q.gate, r.name, pg_catalog.quote_ident(p.pubname), NULL
    FROM asked AS q
    JOIN pg_catalog.pg_publication AS p ON p.pubname = q.given ->> 'name'
    JOIN pg_catalog.pg_publication_rel AS m ON m.prpubid = p.oid
    JOIN relation AS r ON r.oid = m.prrelid AND (q.given -> 'relations' = '"*"'
                                                 OR q.given -> 'relations' ?| ARRAY[r.name, r.spelt])
                      AND NOT q.given -> 'except' ?| ARRAY[r.name, r.spelt]
    WHERE q.gate = 'publication'
    UNION ALL
    SELECT q.gate, 'the server', NULL, NULL
    FROM asked AS q
    WHERE q.gate = 'replication_slots'
    UNION ALL
    SELECT q.gate, e.extname, e.extversion, NULL
    FROM asked AS q
    CROSS JOIN pg_catalog.pg_extension AS e
    WHERE q.gate = 'extension_availability'
)
SELECT d.kind, t.object, pg_catalog.format(d.plant, t.object, t.key, t.conindid) AS plant,
       'SELECT pg_catalog.jsonb_build_array((SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(c.relreplident, '
       'c.relhasindex) ORDER BY c.oid) FROM pg_catalog.pg_class AS c WHERE c.oid >= 16384), '
       '(SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(i) ORDER BY i.indexrelid) '
       'FROM pg_catalog.pg_index AS i WHERE i.indexrelid >= 16384), '
       '(SELECT pg_catalog.count(*) FROM pg_catalog.pg_replication_slots AS s), '
       '(SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(e) ORDER BY e.oid) FROM pg_catalog.pg_extension AS e), '
       '(SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(p) ORDER BY p.oid) FROM pg_catalog.pg_publication AS p), '
       '(SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(m) ORDER BY m.oid) FROM pg_catalog.pg_publication_rel AS m))'
           AS looks,
       t.gate, pg_catalog.format(d.finding, t.object, t.key) AS finding, d.also, d.undo
FROM demand AS t
JOIN (VALUES
    ('replica_identity', 'source without a replica identity', 'ALTER TABLE %1$s REPLICA IDENTITY NOTHING',
     '%1$s: have none, want a primary key, or REPLICA IDENTITY of an index or FULL', 'storage,archiving', NULL),
    ('replica_identity', 'source without the key that identifies rows', 'ALTER TABLE %1$s DROP CONSTRAINT %2$s',
     '%1$s: have none: the key doesn''t exist, want a primary key, or REPLICA IDENTITY of an index or FULL',
     'constraints,indexes,archiving', NULL),
    ('replica_identity', 'source whose identifying index isn''t valid',
     'UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = %3$s',
     '%1$s: have none: the key doesn''t exist, want a primary key, or REPLICA IDENTITY of an index or FULL',
     'indexes,archiving', NULL),
    ('publication', 'source without the publication', 'DROP PUBLICATION %2$s',
     'publication %2$s: have no such publication, want insert, update, delete, truncate',
     'publications,leftovers,owners,archiving', NULL),
    ('publication', 'publication of the source without a table', 'ALTER PUBLICATION %2$s DROP TABLE %1$s',
     '%1$s: have not published, want published with all rows and columns', 'publications,archiving', NULL),
    ('publication', 'publication of the source without deletes',
     'ALTER PUBLICATION %2$s SET (publish = ''insert, update, truncate'')',
     'publication %2$s: have insert, update, truncate, want insert, update, delete, truncate',
     'publications,archiving', NULL),
    ('publication', 'publication of the source of fewer rows',
     'ALTER PUBLICATION %2$s DROP TABLE %1$s; ALTER PUBLICATION %2$s ADD TABLE %1$s WHERE (false)',
     '%1$s: have published without some rows or columns, want published with all rows and columns',
     'publications,archiving', NULL),
    ('extension_availability', 'extension that the target lacks',
     'UPDATE pg_catalog.pg_extension SET extname = ''lost_by_selftest'' WHERE extname = ''%1$s''',
     'extension lost_by_selftest: have not available, want version %2$s or newer',
     'extensions,archiving', NULL),
    ('extension_availability', 'extension that is too old on the target',
     'UPDATE pg_catalog.pg_extension SET extversion = ''999.0'' WHERE extname = ''%1$s''',
     'extension %1$s: have version %2$s is available, want version 999.0 or newer', 'extensions,archiving', NULL),
    ('replication_slots', 'slot that nobody expects',
     'SELECT pg_catalog.pg_create_physical_replication_slot(''left_by_selftest'')',
     'slot left_by_selftest: have not in use, position unknown, want no such slot', 'archiving,leftovers',
     'SELECT pg_catalog.pg_drop_replication_slot(''left_by_selftest'')'),
    ('replication_slots', 'slot that keeps WAL for nobody',
     'SELECT pg_catalog.pg_create_physical_replication_slot(''left_by_selftest'', true)',
     'slot left_by_selftest: have not in use, reserved, * bytes behind, want no such slot', 'archiving,leftovers',
     'SELECT pg_catalog.pg_drop_replication_slot(''left_by_selftest'')')
) AS d (gate, kind, plant, finding, also, undo) ON d.gate = t.gate
WHERE d.kind NOT LIKE '%of fewer rows' OR pg_catalog.current_setting('server_version_num')::integer >= 150000
ORDER BY t.object COLLATE "C", d.kind;
