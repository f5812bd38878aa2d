-- What a role can do in this database, and what would end its sessions early.
-- $1 json: a list of {"schema", "name"}: the relations that the role must read; null: all tables of users, except those
-- of extensions and of a provider, and their sequences and materialized views.
-- Returns: one row. `tables` is how many of these there are. `unreadable` and `row_security` are JSON lists of {"schema", "tables", "first", "word", "remedy"}, where
-- the remedy is a statement. Timeouts are those that a new session of the role has: {"statement_timeout": "120000ms"}.
WITH tables AS (
    SELECT c.oid, n.oid AS schema_oid, n.nspname AS schema, c.relname AS name,
           $1::pg_catalog.json IS NOT NULL OR c.relkind IN ('r', 'p') AS is_counted
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE (c.relkind IN ('r', 'p')
           OR c.relkind IN ('f', 'm', 'v') AND $1::pg_catalog.json IS NOT NULL
           OR c.relkind IN ('m', 'S') AND $1::pg_catalog.json IS NULL)  -- pg_dump reads these, too
      AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND n.nspname !~ '^pg_(toast|temp)'
      AND CASE WHEN $1::pg_catalog.json IS NULL
               THEN NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                  AND d.objid = c.oid AND d.deptype = 'e')
                    AND pg_catalog.pg_get_userbyid(n.nspowner)
                        <> ALL (ARRAY['provider_roles'])
               ELSE EXISTS (SELECT FROM pg_catalog.json_array_elements($1::pg_catalog.json) AS w (wanted)
                            WHERE w.wanted ->> 'schema' = n.nspname AND w.wanted ->> 'name' = c.relname)
          END
), readable AS (
    SELECT t.schema, t.name, t.is_counted,
           pg_catalog.has_schema_privilege(t.schema_oid, 'USAGE')
           AND pg_catalog.has_table_privilege(t.oid, 'SELECT') AS can_read,
           pg_catalog.row_security_active(t.oid) AS has_policies
    FROM tables AS t
), unreadable AS (
    SELECT r.schema, pg_catalog.count(*) AS tables, pg_catalog.min(r.name COLLATE "C") AS first,
           CASE WHEN pg_catalog.bool_and(r.is_counted) THEN 'table' ELSE 'relation' END AS word,
           pg_catalog.format(E'GRANT USAGE ON SCHEMA %1$I TO %2$I;\n'
                             'GRANT SELECT ON ALL TABLES IN SCHEMA %1$I TO %2$I;\n'
                             'GRANT SELECT ON ALL SEQUENCES IN SCHEMA %1$I TO %2$I;',
                             r.schema, CURRENT_USER) AS remedy
    FROM readable AS r
    WHERE NOT r.can_read
    GROUP BY r.schema
), row_security AS (
    SELECT r.schema, pg_catalog.count(*) AS tables, pg_catalog.min(r.name COLLATE "C") AS first,
           pg_catalog.format('ALTER ROLE %I BYPASSRLS;', CURRENT_USER) AS remedy
    FROM readable AS r
    WHERE r.has_policies
    GROUP BY r.schema
)
SELECT CURRENT_USER AS role,
       pg_catalog.quote_ident(CURRENT_USER) AS quoted_role,
       u.rolsuper AS is_superuser,
       pg_catalog.pg_database_size(pg_catalog.current_database()) AS bytes,
       COALESCE((SELECT s.ssl FROM pg_catalog.pg_stat_ssl AS s
                 WHERE s.pid = pg_catalog.pg_backend_pid()), false) AS is_encrypted,
       (SELECT s.version FROM pg_catalog.pg_stat_ssl AS s
        WHERE s.pid = pg_catalog.pg_backend_pid()) AS tls_version,
       COALESCE(pg_catalog.inet_server_addr() <<= '127.0.0.0/8'::pg_catalog.inet
                OR pg_catalog.inet_server_addr() = '::1'::pg_catalog.inet, true) AS is_local,
       pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')
           AS reads_system_identifier,
       pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') AS sees_sessions,
       pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE') AS can_create,
       pg_catalog.format('GRANT CREATE ON DATABASE %I TO %I;', pg_catalog.current_database(),
                         CURRENT_USER) AS create_remedy,
       (SELECT pg_catalog.json_object_agg(
                   s.name, s.reset_val || CASE WHEN s.reset_val = '0' THEN '' ELSE s.unit END
                   ORDER BY s.name)
        FROM pg_catalog.pg_settings AS s
        WHERE s.name IN ('statement_timeout', 'transaction_timeout', 'idle_session_timeout',
                         'idle_in_transaction_session_timeout')) AS timeouts,
       (SELECT LEAST(  -- limits of roles and databases don't hold for superusers
                   pg_catalog.sum(s.setting::bigint
                                  * CASE s.name WHEN 'max_connections' THEN 1 ELSE -1 END)
                   - (SELECT pg_catalog.sum(d.numbackends) FROM pg_catalog.pg_stat_database AS d),
                   CASE WHEN u.rolconnlimit >= 0 AND NOT u.rolsuper
                        THEN u.rolconnlimit
                             - (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity AS a
                                WHERE a.usesysid = u.oid) END,
                   (SELECT d.datconnlimit - g.numbackends
                    FROM pg_catalog.pg_database AS d
                    JOIN pg_catalog.pg_stat_database AS g ON g.datid = d.oid
                    WHERE d.datname = pg_catalog.current_database() AND d.datconnlimit >= 0
                      AND NOT u.rolsuper))
        FROM pg_catalog.pg_settings AS s
        WHERE s.name IN ('max_connections', 'superuser_reserved_connections', 'reserved_connections'))
           AS free_connections,
       (SELECT pg_catalog.count(*) FROM tables AS t WHERE t.is_counted) AS tables,
       COALESCE((SELECT pg_catalog.json_agg(pg_catalog.to_json(x) ORDER BY x.schema COLLATE "C")
                 FROM unreadable AS x), '[]'::pg_catalog.json) AS unreadable,
       COALESCE((SELECT pg_catalog.json_agg(pg_catalog.to_json(x) ORDER BY x.schema COLLATE "C")
                 FROM row_security AS x), '[]'::pg_catalog.json) AS row_security
FROM pg_catalog.pg_roles AS u
WHERE u.rolname = CURRENT_USER
ORDER BY u.rolname;
