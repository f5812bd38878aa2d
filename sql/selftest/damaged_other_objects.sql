-- Damage to objects of the rarer kinds.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, o.identity AS object, pg_catalog.format(d.plant, o.identity, o.detail, o.oid) AS plant,
       pg_catalog.format('SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(o) ORDER BY pg_catalog.to_jsonb(o)) FROM '
       'pg_catalog.%I AS o',
                         COALESCE(NULLIF(d.looks, ''), o.class)) AS looks,
       d.gate, pg_catalog.format(d.finding, o.identity, o.detail) AS finding, d.also, NULL AS undo
FROM (
    SELECT o.class, o.oid, i.identity, o.detail, i.type,
           EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                   WHERE d.refclassid = o.class::pg_catalog.regclass AND d.refobjid = o.oid
                     AND d.deptype IN ('n', 'a') AND d.classid <> d.refclassid) AS is_used
    FROM (
        SELECT 'pg_collation' AS class, c.oid, c.collcollate::text AS detail FROM pg_catalog.pg_collation AS c
        WHERE c.collprovider = 'c'
        UNION ALL
        SELECT 'pg_conversion', c.oid, NULL FROM pg_catalog.pg_conversion AS c
        UNION ALL
        SELECT 'pg_ts_config', c.oid, t.alias FROM pg_catalog.pg_ts_config AS c
        CROSS JOIN LATERAL (
            SELECT t.alias FROM pg_catalog.ts_token_type(c.cfgparser) AS t
            JOIN pg_catalog.pg_ts_config_map AS m ON m.mapcfg = c.oid AND m.maptokentype = t.tokid
            ORDER BY t.tokid LIMIT 1
        ) AS t
        UNION ALL
        SELECT 'pg_ts_dict', c.oid, c.dictinitoption FROM pg_catalog.pg_ts_dict AS c
        UNION ALL
        SELECT 'pg_operator', c.oid, pg_catalog.format('LEFTARG = %s, RIGHTARG = %s',
                                                       pg_catalog.format_type(c.oprleft, NULL),
                                                       pg_catalog.format_type(c.oprright, NULL))
        FROM pg_catalog.pg_operator AS c WHERE c.oprleft <> 0 AND c.oprcode <> 0
        UNION ALL
        SELECT 'pg_opclass', c.oid, NULL FROM pg_catalog.pg_opclass AS c
        UNION ALL
        SELECT 'pg_cast', c.oid, c.castfunc::pg_catalog.regprocedure::text FROM pg_catalog.pg_cast AS c
        WHERE c.castmethod = 'f' AND c.castcontext = 'e'
        UNION ALL
        SELECT 'pg_event_trigger', c.oid, c.evtfoid::pg_catalog.regprocedure::text FROM pg_catalog.pg_event_trigger AS c
        WHERE c.evtenabled = 'O'
        UNION ALL
        SELECT 'pg_foreign_server', c.oid, pg_catalog.split_part(c.srvoptions[1], '=', 1)
        FROM pg_catalog.pg_foreign_server AS c
        UNION ALL
        SELECT 'pg_user_mapping', c.oid, pg_catalog.split_part(c.umoptions[1], '=', 1)
        FROM pg_catalog.pg_user_mapping AS c
        UNION ALL
        SELECT 'pg_class', c.oid, pg_catalog.split_part(t.ftoptions[1], '=', 1) FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_foreign_table AS t ON t.ftrelid = c.oid
        UNION ALL
        SELECT 'pg_namespace', c.oid, NULL FROM pg_catalog.pg_namespace AS c
        UNION ALL
        SELECT 'pg_extension', c.oid, c.extversion FROM pg_catalog.pg_extension AS c
    ) AS o
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(('pg_catalog.' || o.class)::pg_catalog.regclass, o.oid, 0) AS i
    WHERE (o.oid >= 16384 OR o.class = 'pg_extension') AND COALESCE(i.schema, '') <> 'information_schema'
      AND (('pg_catalog.' || o.class)::pg_catalog.regclass, o.oid)
          NOT IN (SELECT e.classid, e.objid FROM pg_catalog.pg_depend AS e WHERE e.deptype = 'e')
) AS o
JOIN (VALUES
    ('collation', 'unused', 'collation dropped', 'DROP COLLATION %1$s', '', 'other_objects',
     'collation %1$s: have none on the target, want one, as on the source*', 'owners'),
    ('collation', 'unused', 'collation of another order', 'DROP COLLATION %1$s; CREATE COLLATION %1$s FROM "POSIX"', '',
     'other_objects', 'collation %1$s: have order: POSIX, want order: %2$s', ''),
    ('collation', '', 'collation renamed', 'ALTER COLLATION %1$s RENAME TO renamed_by_selftest', '', 'other_objects',
     'collation %1$s: have none on the target, want one, as on the source*', 'owners,columns'),
    ('conversion', '', 'conversion dropped', 'DROP CONVERSION %1$s', '', 'other_objects',
     'conversion %1$s: have none on the target, want one, as on the source*', 'owners'),
    ('conversion', '', 'conversion that is the default', 'UPDATE pg_catalog.pg_conversion SET condefault = NOT '
     'condefault '
     'WHERE oid = %3$s', '', 'other_objects', 'conversion %1$s: have default: *, want default: *', ''),
    ('text search configuration', 'unused', 'text search configuration dropped', 'DROP TEXT SEARCH CONFIGURATION %1$s',
     '', 'other_objects', 'text search configuration %1$s: have none on the target, want one, as on the source*',
     'owners'),
    ('text search configuration', '', 'text search without a kind of word',
     'ALTER TEXT SEARCH CONFIGURATION %1$s DROP MAPPING FOR %2$s', 'pg_ts_config_map', 'other_objects',
     'text search configuration %1$s: have mappings: *, want mappings: *', ''),
    ('text search configuration', '', 'text search with another dictionary',
     'ALTER TEXT SEARCH CONFIGURATION %1$s ALTER MAPPING FOR %2$s WITH pg_catalog.simple', 'pg_ts_config_map',
     'other_objects', 'text search configuration %1$s: have mappings: *, want mappings: *', ''),
    ('text search dictionary', '', 'text search dictionary with other options',
     'ALTER TEXT SEARCH DICTIONARY %1$s (ACCEPT)', '', 'other_objects',
     'text search dictionary %1$s: have options: *, want options: *', ''),
    ('text search dictionary', '', 'text search dictionary renamed',
     'ALTER TEXT SEARCH DICTIONARY %1$s RENAME TO renamed_by_selftest', '', 'other_objects',
     'text search dictionary %1$s: have none on the target, want one, as on the source*', 'owners'),
    ('operator', 'unused', 'operator dropped', 'DROP OPERATOR %1$s', '', 'other_objects',
     'operator %1$s: have none on the target, want one, as on the source*', 'owners'),
    ('operator', '', 'operator of another function', 'UPDATE pg_catalog.pg_operator SET oprcode = '
     '''pg_catalog.numeric_add'' WHERE oid = %3$s', '', 'other_objects',
     'operator %1$s: have function: *, want function: *',
     ''),
    ('operator', '', 'operator with another estimate', 'UPDATE pg_catalog.pg_operator SET oprrest = '
     '''pg_catalog.eqsel'' WHERE oid = %3$s', '', 'other_objects',
     'operator %1$s: have restrict: *, want restrict: *', ''),
    ('operator', '', 'operator that can hash', 'UPDATE pg_catalog.pg_operator SET oprcanhash = NOT oprcanhash '
     'WHERE oid = %3$s', '', 'other_objects', 'operator %1$s: have hashes: *, want hashes: *', ''),
    ('operator class', 'unused', 'operator class renamed', 'UPDATE pg_catalog.pg_opclass SET opcname = '
     '''renamed_by_selftest'' WHERE oid = %3$s', '', 'other_objects',
     'operator class %1$s: have none on the target, want one, as on the source*', 'owners'),
    ('cast', 'unused', 'cast dropped', 'DROP CAST %1$s', '', 'other_objects',
     'cast %1$s: have none on the target, want one, as on the source*', ''),
    ('cast', 'unused', 'cast that applies implicitly',
     'DROP CAST %1$s; CREATE CAST %1$s WITH FUNCTION %2$s AS IMPLICIT', '', 'other_objects',
     'cast %1$s: have applies: implicitly, want applies: explicitly', ''),
    ('cast', 'unused', 'cast without its function', 'DROP CAST %1$s; CREATE CAST %1$s WITH INOUT', '', 'other_objects',
     'cast %1$s: have method: input and output, want method: function', ''),
    ('event trigger', '', 'event trigger dropped', 'DROP EVENT TRIGGER %1$s', '', 'other_objects',
     'event trigger %1$s: have none on the target, want one, as on the source*', 'owners'),
    ('event trigger', '', 'event trigger disabled', 'ALTER EVENT TRIGGER %1$s DISABLE', '', 'other_objects',
     'event trigger %1$s: have enabled: *, want enabled: *', ''),
    ('event trigger', '', 'event trigger enabled on replicas only', 'ALTER EVENT TRIGGER %1$s ENABLE REPLICA', '',
     'other_objects', 'event trigger %1$s: have enabled: *, want enabled: *', ''),
    ('event trigger', '', 'event trigger of another event', 'DROP EVENT TRIGGER %1$s; '
     'CREATE EVENT TRIGGER %1$s ON ddl_command_end EXECUTE FUNCTION %2$s', '', 'other_objects',
     'event trigger %1$s: have event: ddl_command_end, want event: *', ''),
    ('server', '', 'foreign server with other options', 'ALTER SERVER %1$s OPTIONS (SET %2$s ''changed'')', '',
     'foreign_servers', 'foreign server %1$s: have option %2$s: changed, want option %2$s: *', ''),
    ('server', '', 'foreign server without an option', 'ALTER SERVER %1$s OPTIONS (DROP %2$s)', '', 'foreign_servers',
     'foreign server %1$s: have option %2$s: none, want option %2$s: *', ''),
    ('server', '', 'foreign server of another version', 'ALTER SERVER %1$s VERSION ''7''', '', 'foreign_servers',
     'foreign server %1$s: have version: 7, want version: *', ''),
    ('server', '', 'foreign server renamed', 'ALTER SERVER %1$s RENAME TO renamed_by_selftest', '', 'foreign_servers',
     'foreign server %1$s: have none on the target, want one, as on the source*',
     'owners,grants,storage,foreign_tables'),
    ('user mapping', '', 'user mapping lost', 'DELETE FROM pg_catalog.pg_user_mapping WHERE oid = %3$s', '',
     'foreign_servers', 'user mapping of * on *: have none on the target, want one, as on the source*', ''),
    ('user mapping', '', 'user mapping with other options', 'UPDATE pg_catalog.pg_user_mapping SET umoptions = '
     'ARRAY[''%2$s=changed''] WHERE oid = %3$s', '', 'foreign_servers',
     'user mapping of * on *: have option %2$s: changed, want option %2$s: *', ''),
    ('foreign table', '', 'foreign table dropped', 'DROP FOREIGN TABLE %1$s', '', 'foreign_tables',
     'foreign table %1$s*: have none on the target, want one, as on the source*', 'owners,grants'),
    ('foreign table', '', 'foreign table with other options', 'ALTER FOREIGN TABLE %1$s OPTIONS (SET %2$s ''changed'')',
     'pg_foreign_table', 'foreign_tables', 'foreign table %1$s storage: have option %2$s: changed, want option %2$s: '
     '*', ''),
    ('foreign table', '', 'foreign table with a column more',
     'ALTER FOREIGN TABLE %1$s ADD COLUMN added_by_selftest integer', 'pg_class', 'foreign_tables',
     'foreign table %1$s column added_by_selftest: have one on the target, want none, as on the source', ''),
    ('schema', '', 'schema added', 'CREATE SCHEMA added_by_selftest', '', 'owners',
     'schema added_by_selftest: have one on the target, want none, as on the source', 'grants'),
    ('schema', '', 'schema of a migration''s tool left', 'CREATE SCHEMA pgcopydb', '', 'leftovers',
     'schema pgcopydb: have still exists, want removed', 'owners,grants'),
    ('extension', '', 'extension dropped', 'DROP EXTENSION %1$s CASCADE', '', 'extensions',
     'extension %1$s: have *, want *',
     'functions,triggers,views,other_objects,types,columns,owners,grants,comments'),
    ('extension', '', 'extension of an older version', 'UPDATE pg_catalog.pg_extension SET extversion = ''0.1'' '
     'WHERE oid = %3$s', '', 'extensions', 'extension %1$s: have version 0.1 in schema *, want version %2$s in schema '
     '*', ''),
    ('extension', '', 'extension in another schema', 'UPDATE pg_catalog.pg_extension SET extnamespace = '
     '''public''::pg_catalog.regnamespace WHERE oid = %3$s', '', 'extensions',
     'extension %1$s: have version %2$s in schema public, want version %2$s in schema *', '')
) AS d (type, applies, kind, plant, looks, gate, finding, also)
  ON d.type = o.type AND (d.applies = '' OR NOT o.is_used)
ORDER BY o.identity COLLATE "C", d.kind;
