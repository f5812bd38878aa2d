-- Whether the server archives its WAL, and has done so until now. A server where little is written
-- archives seldom: with archive_timeout it is up to date once all but the current segment is archived.
-- $1 bigint: minutes within which the last segment must have been archived.
-- Returns: object, have, want (NULL: have is as it should be).
WITH server AS (
    SELECT pg_catalog.current_setting('archive_mode') AS mode,
           pg_catalog.current_setting('archive_command')
           || COALESCE(pg_catalog.current_setting('archive_library', true), '') AS method,
           -- What administrators set to switch archiving off without a restart: it succeeds.
           pg_catalog.current_setting('archive_command')
           ~ '^\s*((((/usr)?/bin/)?true|:)(\s[^;&|<>]*)?|exit\s+0|cd\s+\.)\s*$' AS keeps_nothing,
           (SELECT s.setting::bigint FROM pg_catalog.pg_settings AS s
            WHERE s.name = 'archive_timeout') AS timeout_s
), progress AS (
    SELECT a.failed_count,
           EXTRACT(epoch FROM pg_catalog.clock_timestamp() - a.last_archived_time) / 60 AS archived,
           EXTRACT(epoch FROM pg_catalog.clock_timestamp() - a.last_failed_time) / 60 AS failed,
           COALESCE(a.last_failed_time > a.last_archived_time, a.last_failed_time IS NOT NULL) AS fails,
           CASE WHEN pg_catalog.pg_is_in_recovery() THEN false
                ELSE pg_catalog.left(a.last_archived_wal, 24)
                     IN (pg_catalog.pg_walfile_name(w.at), pg_catalog.pg_walfile_name(p.before))
           END AS all_but_current
    FROM pg_catalog.pg_stat_archiver AS a
    CROSS JOIN LATERAL (
        SELECT CASE WHEN NOT pg_catalog.pg_is_in_recovery()
                    THEN pg_catalog.pg_current_wal_lsn() END AS at
    ) AS w
    CROSS JOIN LATERAL (
        SELECT pg_catalog.pg_wal_lsn_diff(w.at, '0/0')::bigint
               - (SELECT s.setting::bigint FROM pg_catalog.pg_settings AS s
                  WHERE s.name = 'wal_segment_size') AS bytes
    ) AS b
    CROSS JOIN LATERAL (
        SELECT pg_catalog.format('%s/%s', pg_catalog.to_hex(b.bytes >> 32),
                                 pg_catalog.to_hex(b.bytes & 4294967295))::pg_catalog.pg_lsn AS before
    ) AS p
)
SELECT o.object, o.have, o.want
FROM (
    SELECT 'archive_mode' AS object, s.mode AS have,
           CASE WHEN s.mode = 'off' THEN 'on' END AS want
    FROM server AS s
    UNION ALL
    SELECT 'archive_command',
           CASE WHEN s.method = '' THEN 'empty'
                WHEN s.keeps_nothing THEN 'a command that does nothing, and succeeds'
                ELSE 'set' END,
           CASE WHEN s.method = '' THEN 'archive_command or archive_library'
                WHEN s.keeps_nothing THEN 'a command that keeps WAL' END
    FROM server AS s
    WHERE s.mode <> 'off'
    UNION ALL
    SELECT 'last archived WAL',
           CASE WHEN p.archived IS NULL THEN 'none'
                ELSE pg_catalog.format('%s minutes ago', GREATEST(p.archived, 0)::bigint) END,
           CASE WHEN p.archived IS NULL
                     OR (p.archived > $1::bigint
                         AND NOT (p.all_but_current
                                  AND s.timeout_s BETWEEN 1 AND $1::bigint * 60))
                THEN pg_catalog.format('at most %s minutes ago', $1::bigint) END
    FROM progress AS p
    CROSS JOIN server AS s
    WHERE s.mode <> 'off' AND s.method <> ''
    UNION ALL
    SELECT 'failures to archive',
           CASE WHEN p.fails
                THEN pg_catalog.format('%s, the last %s minutes ago', p.failed_count,
                                       GREATEST(p.failed, 0)::bigint)
                ELSE 'none since the last success' END,
           CASE WHEN p.fails THEN 'none since the last success' END
    FROM progress AS p
    CROSS JOIN server AS s
    WHERE s.mode <> 'off' AND s.method <> ''
) AS o
ORDER BY o.object COLLATE "C";
