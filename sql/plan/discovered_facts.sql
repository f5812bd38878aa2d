-- Other facts that decide which checks a plan needs.
-- $1 text: the pattern of valid text in a database whose encoding is SQL_ASCII; else NULL.
-- Returns: database, role (of this session), schemas (JSON list of the user schemas), has_materialized_views,
-- has_publications, has_large_objects, has_scheduled_jobs, has_extension_rows (a dump takes rows of
-- extensions along), records_no_collation_version (so nobody can tell which library sorted the
-- indexes; 15 records it), is_encrypted, is_local (the server is on the host from which it is asked).
SELECT pg_catalog.current_database() AS database, CURRENT_USER AS role,
       (SELECT pg_catalog.json_agg(n.nspname ORDER BY n.nspname COLLATE "C")
        FROM pg_catalog.pg_namespace AS n
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND n.nspname !~ '^pg_(toast|temp)'
          AND ($1::text IS NULL OR n.nspname::text COLLATE "C" ~ $1::text)) AS schemas,
       EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.relkind = 'm') AS has_materialized_views,
       EXISTS (SELECT FROM pg_catalog.pg_publication AS p) AS has_publications,
       EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata AS l) AS has_large_objects,
       pg_catalog.to_regclass('cron.job') IS NOT NULL AS has_scheduled_jobs,
       EXISTS (SELECT FROM pg_catalog.pg_extension AS x
               WHERE x.extconfig IS NOT NULL AND x.extname <> 'pg_cron') AS has_extension_rows,
       (SELECT pg_catalog.current_setting('server_version_num')::integer < 150000
               AND d.datcollate !~* '^(c|posix)($|\.)'
        FROM pg_catalog.pg_database AS d
        WHERE d.datname = pg_catalog.current_database()) AS records_no_collation_version,
       COALESCE((SELECT s.ssl FROM pg_catalog.pg_stat_ssl AS s
                 WHERE s.pid = pg_catalog.pg_backend_pid()), false) AS is_encrypted,
       COALESCE(pg_catalog.inet_server_addr() <<= '127.0.0.0/8'::pg_catalog.inet
                OR pg_catalog.inet_server_addr() = '::1'::pg_catalog.inet, true) AS is_local
ORDER BY 1;
