-- The foreign servers, functions and settings that mention the old host: as a whole name, in any case.
-- A name without a dot may be a word of any text, such as the OLD of triggers: it counts only where a
-- connection has its host.
-- $1 text: JSON list of its names and addresses, each as libpq takes it: with commas between several.
-- Returns: object, have (NULL: the role isn't allowed to see it), want (NULL: have is as it should
-- be).
WITH hosts AS (
    SELECT DISTINCT s.host,
           pg_catalog.replace(
               CASE WHEN s.host ~ '[.:]' THEN '((?<![a-z0-9_.-])|(?<=%[0-9a-f][0-9a-f]|[\\][nrt]))HOST'
                    ELSE '(?<=@|//|=|''|"|host *= *)HOST|(?<![a-z0-9_.-])HOST(?=:[0-9])' END,
               'HOST', pg_catalog.regexp_replace(s.host, '([^a-z0-9])', '[\1]', 'g')
                       || '(?![a-z0-9_-]|[.][a-z0-9])') AS pattern
    FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS g (hosts)
    CROSS JOIN LATERAL pg_catalog.regexp_split_to_table(pg_catalog.lower(g.hosts), ',') AS s (host)
    WHERE s.host <> ''
)
SELECT o.object, o.have, CASE WHEN o.is_found THEN 'the new host' END AS want
FROM (
    SELECT pg_catalog.format('foreign server %I, %s', s.srvname,
                             pg_catalog.split_part(x.option, '=', 1)) AS object,
           v.value AS have,
           EXISTS (SELECT FROM hosts AS h
                   WHERE h.host = ANY (pg_catalog.string_to_array(pg_catalog.lower(v.value), ','))) AS is_found
    FROM pg_catalog.pg_foreign_server AS s
    CROSS JOIN LATERAL pg_catalog.unnest(s.srvoptions) AS x (option)
    CROSS JOIN LATERAL pg_catalog.substr(x.option, pg_catalog.strpos(x.option, '=') + 1) AS v (value)
    WHERE x.option ~ '^(host|hostaddr|servername|server|address)='
    UNION ALL
    SELECT pg_catalog.format('%s %I.%I',
                             CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END,
                             n.nspname, p.proname),
           'mentions ' || h.host, true
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    JOIN hosts AS h ON p.prosrc ~* h.pattern
    WHERE p.oid >= 16384
    UNION ALL
    SELECT pg_catalog.format('setting %s of %s in %s', pg_catalog.split_part(x.setting, '=', 1),
                             COALESCE('role ' || r.rolname, 'every role'),
                             COALESCE('database ' || d.datname, 'every database')),
           'mentions ' || h.host, true
    FROM pg_catalog.pg_db_role_setting AS s
    LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole
    LEFT JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
    CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS x (setting)
    JOIN hosts AS h ON x.setting ~* h.pattern
    UNION ALL
    SELECT 'all objects', 'searched', false
) AS o
ORDER BY o.object COLLATE "C", o.have COLLATE "C";
