-- Why the server would refuse writes of each role here. Reads it from the catalogs, because a real
-- attempt might write.
-- $1 text: JSON list of roles; $2 text: JSON list of {schema, name}, the relations that count;
-- $3 text: default_transaction_read_only (on, off) of roles without a setting of their
-- own.
-- Returns: object, have, want (NULL: have is as it should be).
WITH relations AS (
    SELECT c.oid, n.oid AS schema, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_catalog.jsonb_array_elements($2::jsonb) AS w (relation)
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.relation ->> 'schema'
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = w.relation ->> 'name'
), roles AS (
    SELECT w.role, r.oid, r.rolsuper, r.rolcanlogin, r.rolconnlimit,
           (SELECT CASE WHEN pg_catalog.split_part(v.setting, '=', 2)::boolean THEN 'on' ELSE 'off' END
            FROM pg_catalog.pg_db_role_setting AS x
            LEFT JOIN pg_catalog.pg_database AS d ON d.oid = x.setdatabase
            CROSS JOIN LATERAL pg_catalog.unnest(x.setconfig) AS v (setting)
            WHERE x.setrole = r.oid
              AND (x.setdatabase = 0 OR d.datname = pg_catalog.current_database())
              AND v.setting LIKE 'default_transaction_read_only=%'
            ORDER BY x.setdatabase = 0
            LIMIT 1) AS own_setting
    FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS w (role)
    LEFT JOIN pg_catalog.pg_roles AS r ON r.rolname = w.role
), judged AS (
    SELECT r.role, r.oid, w.count, w.first,
           CASE WHEN NOT r.rolcanlogin THEN 'the role can''t log in'
                WHEN NOT r.rolsuper AND (r.rolconnlimit = 0 OR d.datconnlimit = 0)
                THEN 'the connection limit is 0'
                WHEN NOT pg_catalog.has_database_privilege(r.oid, d.oid, 'CONNECT')
                THEN 'the role has no CONNECT privilege on the database'
                WHEN w.count = 0 AND pg_catalog.jsonb_array_length($2::jsonb) > 0
                THEN 'the role can''t write to any relation of the plan'
                WHEN COALESCE(r.own_setting, $3::text) = 'on'
                THEN 'its transactions are read-only by default, but a client can override that'
           END AS refusal
    FROM roles AS r
    JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
    CROSS JOIN LATERAL (
        SELECT pg_catalog.count(*) AS count, pg_catalog.min(t.name COLLATE "C") AS first
        FROM relations AS t
        WHERE EXISTS (SELECT FROM pg_catalog.pg_roles AS m
                      WHERE pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER')
                        AND pg_catalog.has_schema_privilege(m.oid, t.schema, 'USAGE'))
          AND EXISTS (SELECT FROM pg_catalog.pg_roles AS m
                      WHERE pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER')
                        AND (pg_catalog.has_table_privilege(m.oid, t.oid,
                                                            'INSERT, UPDATE, DELETE, TRUNCATE')
                             OR pg_catalog.has_any_column_privilege(m.oid, t.oid,
                                                                    'INSERT, UPDATE')))
    ) AS w
)
SELECT pg_catalog.format('role %s', j.role) AS object,
       CASE WHEN j.oid IS NULL THEN 'no such role'
            WHEN j.refusal IS NOT NULL THEN j.refusal
            WHEN j.count = 0 THEN 'its transactions aren''t read-only by default'
            ELSE pg_catalog.format('the role can write to %s of the plan''s relations, the first is %s',
                                   j.count, j.first) END AS have,
       CASE WHEN j.oid IS NULL THEN 'a role of the source'
            WHEN j.refusal IS NULL THEN 'a role that can''t write' END AS want
FROM judged AS j
ORDER BY j.role COLLATE "C";
