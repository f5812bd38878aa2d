-- Writes the statement that lists the jobs of pg_cron, or no rows if pg_cron isn't installed.
-- Returns: statement, which returns object, properties (JSON object), doubt (NULL: none), active.
SELECT CASE WHEN pg_catalog.to_regclass('cron.job') IS NULL
            THEN 'SELECT NULL AS object, NULL AS properties, NULL AS doubt, NULL AS active WHERE false'
            ELSE 'SELECT pg_catalog.format(''job %s'', COALESCE(j.name, j.digest)) AS object, '
                 'pg_catalog.json_build_object(''schedule'', j.schedule, ''command'', '
                 'pg_catalog.json_build_object(''unshown'', j.command))::text AS properties, '
                 'NULL AS doubt, j.active AS active '
                 'FROM (SELECT pg_catalog.to_jsonb(c) OPERATOR(pg_catalog.->>) ''jobname'' AS name, '
                 'pg_catalog.left(pg_catalog.md5(c.command), 8) AS digest, c.schedule, c.command, '
                 'c.active FROM cron.job AS c) AS j ORDER BY 1' END AS statement
ORDER BY 1;
