-- Whether and how this connection is encrypted.
-- $1 text: the minimum version, such as TLSv1.2.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT 'this connection' AS object,
       CASE WHEN s.ssl THEN pg_catalog.format('%s, %s', s.version, s.cipher)
            ELSE 'not encrypted' END AS have,
       CASE WHEN NOT s.ssl OR s.version COLLATE "C" < $1::text THEN $1::text || ' or newer' END AS want
FROM pg_catalog.pg_stat_ssl AS s
WHERE s.pid = pg_catalog.pg_backend_pid()
ORDER BY s.pid;
