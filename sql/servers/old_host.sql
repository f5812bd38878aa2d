-- The foreign servers, functions and settings that mention the old host.
-- $1 text: JSON list of its names and addresses.
-- Returns: object, have (NULL: the role isn't allowed to see it), want (NULL: have is as it should
-- be).
SELECT o.object, o.have, CASE WHEN o.is_found THEN 'the new host' END AS want
FROM (
    SELECT pg_catalog.format('foreign server %I, %s', s.srvname,
                             pg_catalog.split_part(x.option, '=', 1)) AS object,
           pg_catalog.substr(x.option, pg_catalog.strpos(x.option, '=') + 1) AS have,
           $1::jsonb ? pg_catalog.substr(x.option, pg_catalog.strpos(x.option, '=') + 1) AS is_found
    FROM pg_catalog.pg_foreign_server AS s
    CROSS JOIN LATERAL pg_catalog.unnest(s.srvoptions) AS x (option)
    WHERE x.option ~ '^(host|hostaddr|servername|server|address)='
    UNION ALL
    SELECT pg_catalog.format('%s %I.%I',
                             CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END,
                             n.nspname, p.proname),
           'mentions ' || h.host, true
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    CROSS JOIN LATERAL pg_catalog.jsonb_array_elements_text($1::jsonb) AS h (host)
    WHERE p.oid >= 16384 AND pg_catalog.strpos(p.prosrc, h.host) > 0
    UNION ALL
    SELECT pg_catalog.format('setting %s of %s in %s', pg_catalog.split_part(x.setting, '=', 1),
                             COALESCE('role ' || r.rolname, 'every role'),
                             COALESCE('database ' || d.datname, 'every database')),
           'mentions ' || h.host, true
    FROM pg_catalog.pg_db_role_setting AS s
    LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole
    LEFT JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
    CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS x (setting)
    CROSS JOIN LATERAL pg_catalog.jsonb_array_elements_text($1::jsonb) AS h (host)
    WHERE pg_catalog.strpos(x.setting, h.host) > 0
    UNION ALL
    SELECT 'all objects', 'searched', false
) AS o
ORDER BY o.object COLLATE "C", o.have COLLATE "C";
