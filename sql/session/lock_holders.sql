-- Who has locked or waits to lock relations of this database: sessions and prepared transactions.
-- Of locks that only writers wait for, those on the catalogue are left out, as everybody has them.
-- Returns: pid (NULL: a prepared transaction), gid (of that), application_name, usename,
-- backend_type, state, since (of its transaction, UTC), query (its beginning), holds (false: it
-- waits for the lock), keeps_readers (ACCESS EXCLUSIVE, behind which a reader waits, too),
-- relations. NULL in state: this role may not see it.
SELECT l.pid, x.gid, a.application_name, a.usename, a.backend_type, a.state,
       pg_catalog.to_char(COALESCE(a.xact_start, x.prepared) AT TIME ZONE 'UTC',
                          'YYYY-MM-DD HH24:MI:SS') AS since,
       pg_catalog.substr(a.query, 1, 200) AS query,
       pg_catalog.bool_or(l.granted) AS holds,
       l.mode = 'AccessExclusiveLock' AS keeps_readers,
       pg_catalog.string_agg(DISTINCT pg_catalog.format('%I.%I', n.nspname, r.relname), ', ')
           AS relations
FROM pg_catalog.pg_locks AS l
JOIN pg_catalog.pg_database AS d ON d.oid = l.database
    AND d.datname = pg_catalog.current_database()
JOIN pg_catalog.pg_class AS r ON r.oid = l.relation AND r.relkind NOT IN ('i', 'I', 't')
JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
LEFT JOIN pg_catalog.pg_prepared_xacts AS x
    ON l.pid IS NULL AND x.transaction::text = pg_catalog.split_part(l.virtualtransaction, '/', 2)
WHERE l.locktype = 'relation'
  AND (l.mode = 'AccessExclusiveLock' OR n.nspname <> 'pg_catalog')
  AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
GROUP BY l.pid, x.gid, a.application_name, a.usename, a.backend_type, a.state, since,
         a.query, keeps_readers
ORDER BY keeps_readers DESC, holds DESC, since, l.pid;
