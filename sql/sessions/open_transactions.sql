-- Prepared transactions, and transactions that have been open for long. They hold back vacuum and
-- the creation of replication slots, and may have changes that weren't copied.
-- $1 bigint: age in seconds from which a transaction is long.
-- Returns: object, have (NULL: the role can't see other roles' transactions), want (NULL: have is
-- as it should be); pid, backend_start and application_name, to leave out gonogo's own.
SELECT NULL AS pid, NULL AS backend_start, NULL AS application_name, 'transactions' AS object,
       CASE WHEN pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
            THEN 'all are visible' END AS have,
       NULL AS want
UNION ALL
SELECT NULL, NULL, NULL, pg_catalog.format('prepared transaction %s', p.gid),
       pg_catalog.format('in database %s, since %s', p.database, p.prepared),
       'committed or rolled back'
FROM pg_catalog.pg_prepared_xacts AS p
UNION ALL
SELECT a.pid::text, pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'),
       a.application_name, pg_catalog.format('transaction of %s, pid %s', a.usename, a.pid),
       pg_catalog.format('open for %s s, %s, in database %s', a.seconds, a.state, a.datname),
       pg_catalog.format('no transaction open for %s s or longer', $1::bigint)
FROM (
    SELECT s.*, pg_catalog.floor(EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - s.xact_start))::bigint
                AS seconds
    FROM pg_catalog.pg_stat_activity AS s
    WHERE s.backend_type = 'client backend' AND s.pid <> pg_catalog.pg_backend_pid()
) AS a
WHERE a.seconds >= $1::bigint
ORDER BY object, pid;
