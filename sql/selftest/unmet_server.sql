-- Damage to what checks of the plan demand of the target's server. What is the server's has to be undone.
-- Its configuration is written as a file, because ALTER SYSTEM can't be in a transaction.
-- $1: json, the plan's checks: id, gate and parameters of each
-- Returns: the columns of a damage, which core/record/trial.h describes.
WITH asked AS (
    SELECT c.value ->> 'gate' AS gate, c.value -> 'parameters' AS given
    FROM pg_catalog.jsonb_array_elements($1::jsonb) AS c (value)
), demand AS (
    SELECT q.gate, 'connections' AS sort, 'the database' AS object, NULL AS name, ((q.given ->> 'pool')::bigint
           * (q.given ->> 'pools')::bigint)::text AS number, NULL AS column
    FROM asked AS q
    WHERE q.gate = 'connection_headroom'
    UNION ALL
    SELECT q.gate, 'role', 'role ' || r.rolname, pg_catalog.quote_ident(r.rolname),
           ((q.given ->> 'pool')::bigint * (q.given ->> 'pools')::bigint)::text, NULL
    FROM asked AS q
    JOIN pg_catalog.pg_roles AS r ON r.rolname = q.given ->> 'role' AND r.rolconnlimit = -1
    WHERE q.gate = 'connection_headroom'
    UNION ALL
    SELECT q.gate, 'host', h.name, pg_catalog.lower(h.name), s.name, NULL
    FROM asked AS q
    CROSS JOIN pg_catalog.jsonb_array_elements_text(q.given -> 'hosts') AS h (name)
    LEFT JOIN LATERAL (
        SELECT pg_catalog.quote_ident(s.srvname) AS name FROM pg_catalog.pg_foreign_server AS s
        WHERE NOT s.srvoptions::text ~ '[{,"]host=' OR s.srvoptions IS NULL
        ORDER BY s.srvname COLLATE "C" LIMIT 1
    ) AS s ON true
    WHERE q.gate = 'old_host' AND h.name ~ '^[a-z0-9-]+[.][a-z0-9.-]+$'
    UNION ALL
    SELECT q.gate, 'age', 'the database', NULL, q.given ->> 'at_most', NULL
    FROM asked AS q
    WHERE q.gate = 'wraparound' AND (q.given ->> 'at_most')::bigint < 2000000000
    UNION ALL
    SELECT q.gate, 'archive', 'the server', NULL, q.given ->> 'max_age_minutes', NULL
    FROM asked AS q
    WHERE q.gate = 'archiving'
    UNION ALL
    -- A larger disk isn't filled for a test.
    SELECT q.gate, 'disk', t.name, l.bytes::text, q.given ->> 'disk_gb', t.column
    FROM asked AS q
    CROSS JOIN LATERAL (
        SELECT ((q.given ->> 'disk_gb')::numeric * 1e9 / (q.given ->> 'growth')::numeric)::bigint + 1 AS bytes
    ) AS l
    CROSS JOIN LATERAL (
        SELECT pg_catalog.format('%I.%I', n.nspname, r.relname) AS name, pg_catalog.quote_ident(a.attname) AS column
        FROM pg_catalog.pg_class AS r
        JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
                                         AND a.attgenerated = '' AND a.attidentity = ''
        WHERE r.relkind = 'r' AND NOT r.relispartition AND n.nspname !~ '^(pg_.*|information_schema)$'
          AND NOT r.relhasrules AND NOT r.relhastriggers AND r.relpersistence = 'p' AND r.reltuples > 0
        ORDER BY pg_catalog.pg_table_size(r.oid) DESC, a.attnum LIMIT 1
    ) AS t
    WHERE q.gate = 'capacity' AND q.given ? 'disk_gb'
      AND l.bytes < pg_catalog.pg_database_size(pg_catalog.current_database()) + 50000000
    UNION ALL
    SELECT q.gate, 'subscription', 'the database', NULL, NULL, NULL
    FROM asked AS q
    WHERE q.gate = 'subscriptions'
)
SELECT d.kind, t.object,
       CASE WHEN d.plant LIKE 'ALTER DATABASE \%I %'
            THEN pg_catalog.format('DO $selftest$ BEGIN EXECUTE pg_catalog.format(%L, pg_catalog.current_database()); '
                                   'END $selftest$', pg_catalog.replace(d.plant, '%1$s', COALESCE(t.name, '')))
            WHEN t.sort = 'archive' THEN pg_catalog.format('DO $selftest$ BEGIN %s END $selftest$', d.plant)
            ELSE pg_catalog.format(d.plant, t.name, t.number, t.object, t.column) END AS plant,
       'SELECT pg_catalog.jsonb_build_array((SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(r.rolname, '
       'r.rolconnlimit) ORDER BY r.oid) FROM pg_catalog.pg_roles AS r), (SELECT pg_catalog.jsonb_agg(s.setconfig '
       'ORDER BY s.setdatabase, s.setrole) FROM pg_catalog.pg_db_role_setting AS s), (SELECT '
       'pg_catalog.jsonb_build_array(b.datconnlimit, b.datfrozenxid, b.datminmxid, b.oid) FROM '
       'pg_catalog.pg_database AS b WHERE b.datname = pg_catalog.current_database()), '
       '(SELECT pg_catalog.jsonb_agg(s.srvoptions ORDER BY s.oid) FROM pg_catalog.pg_foreign_server AS s), '
       '(SELECT pg_catalog.count(*) FROM pg_catalog.pg_proc AS p), (SELECT pg_catalog.count(*) FROM '
       'pg_catalog.pg_stat_subscription AS u), (SELECT pg_catalog.jsonb_agg(f.setting ORDER BY f.seqno) FROM '
       'pg_catalog.pg_file_settings AS f), (SELECT a.last_archived_time FROM pg_catalog.pg_stat_archiver AS a)'
       || CASE t.sort WHEN 'disk' THEN ', pg_catalog.pg_database_size(pg_catalog.current_database())' ELSE '' END || ')'
           AS looks,
       t.gate, pg_catalog.format(d.finding, t.name, t.number, t.object, t.column) AS finding, d.also,
       CASE WHEN t.sort = 'archive'
            THEN 'DO $selftest$ BEGIN EXECUTE pg_catalog.format(''COPY (SELECT '''''''') TO %L'', '
                 'pg_catalog.current_setting(''data_directory'') || ''/postgresql.auto.conf''); '
                 'PERFORM pg_catalog.pg_reload_conf(); FOR i IN 1..200 LOOP '
                 'PERFORM pg_catalog.pg_logical_emit_message(false, ''selftest'', ''''); '
                 'PERFORM pg_catalog.pg_switch_wal(); PERFORM pg_catalog.pg_sleep(0.05); '
                 'PERFORM pg_catalog.pg_stat_clear_snapshot(); EXIT WHEN (SELECT a.last_archived_time > '
                 'COALESCE(a.last_failed_time, ''-infinity'') FROM pg_catalog.pg_stat_archiver AS a); '
                 'END LOOP; END $selftest$'
            ELSE pg_catalog.format(d.undo, t.name, t.number, t.object, t.column) END AS undo
FROM demand AS t
JOIN (VALUES
    ('connections', 'database with fewer connections than the pools need', 'ALTER DATABASE %I CONNECTION LIMIT 1',
     'the database: have * free of 1, want %2$s free', 'roles', NULL),
    ('role', 'role with fewer connections than the pools need', 'ALTER ROLE %1$s CONNECTION LIMIT 1',
     'the %3$s: have 1 free of 1, want %2$s free', 'roles', 'ALTER ROLE %1$s CONNECTION LIMIT -1'),
    ('role', 'role of the pools renamed', 'ALTER ROLE %1$s RENAME TO renamed_by_selftest',
     'the %3$s: have 0 free of 0, want %2$s free', 'roles,grants,owners,row_security,foreign_servers',
     'ALTER ROLE renamed_by_selftest RENAME TO %1$s'),
    ('foreign server', 'foreign server on the old host', 'ALTER SERVER %2$s OPTIONS (ADD host ''%1$s'')',
     'foreign server %2$s, host: have %1$s, want the new host', 'foreign_servers', NULL),
    ('host', 'function that mentions the old host',
     'CREATE FUNCTION public.left_by_selftest() RETURNS text LANGUAGE sql AS ''SELECT ''''https://%1$s/orders''''''',
     'function public.left_by_selftest: have mentions %1$s, want the new host', 'functions,owners,grants', NULL),
    ('host', 'database with a setting that mentions the old host',
     'ALTER DATABASE %I SET shop.archive = ''postgresql://%1$s/archive''',
     'setting shop.archive of every role in database *: have mentions %1$s, want the new host', 'roles',
     'DO $selftest$ BEGIN EXECUTE pg_catalog.format(''ALTER DATABASE %%I RESET shop.archive'', '
     'pg_catalog.current_database()); END $selftest$'),
    ('host', 'role with a setting that mentions the old host',
     'ALTER ROLE CURRENT_USER SET shop.archive = ''host=%1$s''',
     'setting shop.archive of role * in every database: have mentions %1$s, want the new host', 'roles',
     'ALTER ROLE CURRENT_USER RESET shop.archive'),
    ('age', 'database near the wraparound of transactions', 'UPDATE pg_catalog.pg_database SET datfrozenxid = '
     '((pg_catalog.pg_current_xact_id()::text::bigint - %2$s - 1000000 + 4294967296) %% 4294967296)::text::xid '
     'WHERE datname = pg_catalog.current_database()',
     'database *, age in transactions: have *, want at most %2$s', '',
     'UPDATE pg_catalog.pg_database SET datfrozenxid = (SELECT b.datfrozenxid FROM pg_catalog.pg_database AS b '
     'WHERE b.datname = ''postgres'') WHERE datname = pg_catalog.current_database()'),
    ('age', 'database near the wraparound of multixacts', 'UPDATE pg_catalog.pg_database SET datminmxid = '
     '(((SELECT b.datminmxid::text::bigint + pg_catalog.mxid_age(b.datminmxid) FROM pg_catalog.pg_database AS b '
     'WHERE b.datname = ''postgres'') - %2$s - 1000000 + 4294967296) %% 4294967296)::text::xid '
     'WHERE datname = pg_catalog.current_database()',
     'database *, age in multixacts: have *, want at most %2$s', '',
     'UPDATE pg_catalog.pg_database SET datminmxid = (SELECT b.datminmxid FROM pg_catalog.pg_database AS b '
     'WHERE b.datname = ''postgres'') WHERE datname = pg_catalog.current_database()'),
    ('disk', 'database that outgrows its disk', 'DO $selftest$ BEGIN WHILE '
     'pg_catalog.pg_database_size(pg_catalog.current_database()) < %1$s LOOP UPDATE %3$s SET %4$s = %4$s; '
     'END LOOP; END $selftest$',
     'disk: have %2$s GB, want *', '', NULL),
    ('subscription', 'subscription left', 'CREATE SUBSCRIPTION left_by_selftest CONNECTION ''host=127.0.0.1 port=1'' '
     'PUBLICATION no_publication WITH (connect = false)',
     'subscription left_by_selftest: have disabled, no worker, 0 of 0 tables ready, want no such subscription',
     'leftovers', 'ALTER SUBSCRIPTION left_by_selftest SET (slot_name = NONE); DROP SUBSCRIPTION left_by_selftest'),
    ('archive', 'archiving without a command', 'EXECUTE pg_catalog.format(''COPY (SELECT %L) TO %L'', '
     '''archive_command = '''''''''', pg_catalog.current_setting(''data_directory'') || ''/postgresql.auto.conf''); '
     'PERFORM pg_catalog.pg_reload_conf();',
     'archive_command: have empty, want archive_command or archive_library', '', NULL),
    ('archive', 'archiving that fails', 'EXECUTE pg_catalog.format(''COPY (SELECT %L) TO %L'', '
     '''archive_command = ''''false'''''', '
     'pg_catalog.current_setting(''data_directory'') || ''/postgresql.auto.conf''); '
     'PERFORM pg_catalog.pg_reload_conf(); FOR i IN 1..200 LOOP '
     'PERFORM pg_catalog.pg_logical_emit_message(false, ''selftest'', ''''); PERFORM pg_catalog.pg_switch_wal(); '
     'PERFORM pg_catalog.pg_sleep(0.05); PERFORM pg_catalog.pg_stat_clear_snapshot(); '
     'EXIT WHEN (SELECT a.last_failed_time > COALESCE(a.last_archived_time, ''-infinity'') '
     'FROM pg_catalog.pg_stat_archiver AS a); END LOOP;',
     'failures to archive: have *, the last 0 minutes ago, want none since the last success', '', NULL),
    -- What waits to be archived would come after it.
    ('archive', 'nothing archived yet', 'FOR i IN 1..200 LOOP EXIT WHEN NOT EXISTS (SELECT FROM '
     'pg_catalog.pg_ls_archive_statusdir() AS f WHERE f.name LIKE ''%.ready''); PERFORM pg_catalog.pg_sleep(0.05); '
     'END LOOP; PERFORM pg_catalog.pg_stat_reset_shared(''archiver''); PERFORM pg_catalog.pg_stat_clear_snapshot();',
     'last archived WAL: have none, want at most %2$s minutes ago', '', NULL)
) AS d (applies, kind, plant, finding, also, undo)
  ON CASE d.applies WHEN 'foreign server' THEN t.sort = 'host' AND t.number IS NOT NULL ELSE d.applies = t.sort END
ORDER BY t.object COLLATE "C", d.kind;
