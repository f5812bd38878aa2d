-- Damage to roles, and to what a database is beside its objects. Roles are the server's, so it has to be undone.
-- $1: json, names of the roles as which gonogo reads, which gates don't compare
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, r.name AS object,
       CASE WHEN d.undo IS NULL AND d.plant LIKE '%\%I%'
            THEN pg_catalog.format('DO $selftest$ BEGIN EXECUTE pg_catalog.format(%L, pg_catalog.current_database()); '
                                   'END $selftest$', pg_catalog.replace(d.plant, '%1$s', r.name))
            ELSE pg_catalog.format(d.plant, r.name, r.member_of) END AS plant,
       'SELECT pg_catalog.jsonb_build_array((SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(r) ORDER BY r.oid) '
       'FROM pg_catalog.pg_roles AS r), (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(m) '
       'ORDER BY m.roleid, m.member) FROM pg_catalog.pg_auth_members AS m), (SELECT '
       'pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(s.setrole, '
       's.setconfig) ORDER BY s.setrole) FROM pg_catalog.pg_db_role_setting AS s '
       'JOIN pg_catalog.pg_database AS b ON b.oid = s.setdatabase WHERE b.datname = pg_catalog.current_database()), '
       '(SELECT pg_catalog.jsonb_build_array(b.datdba, b.datacl, b.datconnlimit, b.datallowconn, b.encoding, '
       'pg_catalog.shobj_description(b.oid, ''pg_database'')) FROM pg_catalog.pg_database AS b '
       'WHERE b.datname = pg_catalog.current_database()), (SELECT pg_catalog.count(*) FROM '
       'pg_catalog.pg_replication_slots))' AS looks,
       d.gate, pg_catalog.format(d.finding, r.name, r.member_of) AS finding, d.also,
       pg_catalog.format(d.undo, r.name, r.member_of) AS undo
FROM (
    SELECT 'role' AS sort, pg_catalog.quote_ident(r.rolname) AS name, m.member_of, r.rolcanlogin, r.rolcreatedb,
           r.rolcreaterole, r.rolreplication, r.rolbypassrls, r.rolinherit,
           r.rolconnlimit = -1 AND r.rolvaliduntil IS NULL AS is_unlimited,
           pg_catalog.pg_has_role(r.oid, 'pg_monitor', 'MEMBER') AS is_monitor,
           COALESCE(r.rolconfig::text, '') LIKE '%search_path=%' AS has_path
    FROM pg_catalog.pg_roles AS r
    LEFT JOIN LATERAL (
        SELECT pg_catalog.quote_ident(g.rolname) AS member_of
        FROM pg_catalog.pg_auth_members AS m
        JOIN pg_catalog.pg_roles AS g ON g.oid = m.roleid
        WHERE m.member = r.oid AND NOT m.admin_option ORDER BY g.rolname COLLATE "C" LIMIT 1
    ) AS m ON true
    WHERE NOT r.rolsuper AND r.rolname !~ '^pg_'
      AND r.rolname NOT IN (SELECT pg_catalog.json_array_elements_text($1::json))
      AND EXISTS (SELECT FROM pg_catalog.pg_shdepend AS d
                  JOIN pg_catalog.pg_database AS b ON b.oid = d.dbid
                  WHERE b.datname = pg_catalog.current_database() AND d.refobjid = r.oid
                    AND d.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass)
    UNION ALL
    SELECT 'database', 'the database', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
) AS r
JOIN (VALUES
    ('no createdb', 'role that may create databases', 'ALTER ROLE %1$s CREATEDB', 'roles', 'ALTER ROLE %1$s NOCREATEDB',
     'role %1$s: have createdb: true, want createdb: false', ''),
    ('no createrole', 'role that may create roles', 'ALTER ROLE %1$s CREATEROLE', 'roles',
     'ALTER ROLE %1$s NOCREATEROLE',
     'role %1$s: have createrole: true, want createrole: false', ''),
    ('any', 'role that is a superuser', 'ALTER ROLE %1$s SUPERUSER', 'roles', 'ALTER ROLE %1$s NOSUPERUSER',
     'role %1$s: have superuser: true, want superuser: false', ''),
    ('no replication', 'role that may replicate', 'ALTER ROLE %1$s REPLICATION', 'roles',
     'ALTER ROLE %1$s NOREPLICATION',
     'role %1$s: have replication: true, want replication: false', ''),
    ('no bypassrls', 'role that bypasses row-level security', 'ALTER ROLE %1$s BYPASSRLS', 'roles',
     'ALTER ROLE %1$s NOBYPASSRLS',
     'role %1$s: have bypassrls: true, want bypassrls: false', ''),
    ('no login', 'role that may log in', 'ALTER ROLE %1$s LOGIN', 'roles', 'ALTER ROLE %1$s NOLOGIN',
     'role %1$s: have login: true, want login: false', ''),
    ('login', 'role that may not log in', 'ALTER ROLE %1$s NOLOGIN', 'roles', 'ALTER ROLE %1$s LOGIN',
     'role %1$s: have login: false, want login: true', ''),
    ('inherit', 'role that doesn''t inherit', 'ALTER ROLE %1$s NOINHERIT', 'roles', 'ALTER ROLE %1$s INHERIT',
     'role %1$s: have inherit: false, want inherit: true', ''),
    ('unlimited', 'role with fewer connections', 'ALTER ROLE %1$s CONNECTION LIMIT 7', 'roles',
     'ALTER ROLE %1$s CONNECTION LIMIT -1',
     'role %1$s: have connection limit: 7, want connection limit: none', ''),
    ('unlimited', 'role that expires', 'ALTER ROLE %1$s VALID UNTIL ''2000-01-01''', 'roles',
     'ALTER ROLE %1$s VALID UNTIL ''infinity''',
     'role %1$s: have valid until: *, want valid until: none', ''),
    ('any', 'role renamed', 'ALTER ROLE %1$s RENAME TO renamed_by_selftest', 'roles',
     'ALTER ROLE renamed_by_selftest RENAME TO %1$s',
     'role %1$s: have none on the target, want one, as on the source*', 'grants,owners,row_security,foreign_servers'),
    ('member', 'membership lost', 'REVOKE %2$s FROM %1$s', 'roles', 'GRANT %2$s TO %1$s',
     'role %1$s: have member of %2$s: none, want member of %2$s: yes', ''),
    ('member', 'membership that can be passed on', 'GRANT %2$s TO %1$s WITH ADMIN OPTION', 'roles',
     'REVOKE ADMIN OPTION FOR %2$s FROM %1$s',
     'role %1$s: have member of %2$s: yes, with admin option, want member of %2$s: yes', ''),
    ('no monitor', 'membership more', 'GRANT pg_monitor TO %1$s', 'roles', 'REVOKE pg_monitor FROM %1$s',
     'role %1$s: have member of pg_monitor: yes, want member of pg_monitor: none', ''),
    ('usual path', 'role with another search path', 'ALTER ROLE %1$s SET search_path = selftest', 'roles',
     'ALTER ROLE %1$s RESET search_path',
     'role %1$s: have setting search_path: *, want setting search_path: none', ''),
    ('any', 'role with another search path in the database', 'ALTER ROLE %1$s IN DATABASE %I SET search_path = '
     'selftest',
     'roles', NULL,
     'role %1$s: have setting search_path in this database: *, want setting search_path in this database: none', ''),
    ('database', 'database with another search path', 'ALTER DATABASE %I SET search_path = selftest', 'roles', NULL,
     'the database: have setting search_path: *, want setting search_path: none',
     'settings'),
    ('database', 'database with a statement timeout', 'ALTER DATABASE %I SET statement_timeout = 77000', 'roles', NULL,
     'the database: have setting statement_timeout: *, want setting statement_timeout: none', 'settings'),
    ('database', 'database in another time zone', 'ALTER DATABASE %I SET timezone = ''Pacific/Apia''', 'settings', NULL,
     'TimeZone: have Pacific/Apia, want *',
     'roles'),
    ('database', 'database with another order of days and months', 'ALTER DATABASE %I SET datestyle = ''SQL, DMY''',
     'settings', NULL,
     'DateStyle: have SQL, DMY, want *', 'roles'),
    ('database', 'database with another form of intervals', 'ALTER DATABASE %I SET intervalstyle = sql_standard',
     'settings',
     NULL,
     'IntervalStyle: have sql_standard, want *', 'roles'),
    ('database', 'database with backslashes in texts', 'ALTER DATABASE %I SET standard_conforming_strings = off',
     'settings',
     NULL,
     'standard_conforming_strings: have off, want on', 'roles'),
    ('database', 'database with another isolation level',
     'ALTER DATABASE %I SET default_transaction_isolation = serializable', 'settings', NULL,
     'default_transaction_isolation: have serializable, want *', 'roles'),
    ('database', 'database in which a comparison with NULL is a test',
     'ALTER DATABASE %I SET transform_null_equals = on',
     'settings', NULL,
     'transform_null_equals: have on, want off', 'roles'),
    ('database', 'database with another form of bytea', 'ALTER DATABASE %I SET bytea_output = escape', 'settings', NULL,
     'bytea_output: have escape, want hex',
     'roles'),
    ('database', 'database with another text search configuration',
     'ALTER DATABASE %I SET default_text_search_config = ''pg_catalog.german''', 'settings', NULL,
     'default_text_search_config: have pg_catalog.german, want *', 'roles'),
    ('database', 'database that is read-only', 'ALTER DATABASE %I SET default_transaction_read_only = on', 'writable',
     NULL,
     'default_transaction_read_only: have on, want off',
     'roles,settings'),
    ('database', 'database without an encoding', 'UPDATE pg_catalog.pg_database SET encoding = 0 '
     'WHERE datname = pg_catalog.current_database()', 'collations', NULL,
     'encoding: have SQL_ASCII, want *', 'text_encoding'),
    ('database', 'database with fewer connections', 'ALTER DATABASE %I CONNECTION LIMIT 77', 'roles', NULL,
     'the database: have connection limit: 77, want connection limit: *', ''),
    ('any', 'database of another owner', 'ALTER DATABASE %I OWNER TO %1$s', 'owners', NULL,
     'the database: have owner: %1$s, want owner: *', ''),
    ('database', 'database with a comment', 'COMMENT ON DATABASE %I IS ''added''', 'comments', NULL,
     'the database: have comment: added, want comment: *', ''),
    ('any', 'privilege on the database more', 'GRANT CREATE ON DATABASE %I TO %1$s', 'grants', NULL,
     'the database: have %1$s: *, want %1$s: *', ''),
    ('database', 'database that not everybody may connect to', 'REVOKE CONNECT ON DATABASE %I FROM PUBLIC', 'grants',
     NULL,
     'the database: have PUBLIC: *, want PUBLIC: *', ''),
    ('database', 'replication slot left', 'SELECT pg_catalog.pg_create_physical_replication_slot(''left_by_selftest'', '
     'true)',
     'leftovers', 'SELECT pg_catalog.pg_drop_replication_slot(''left_by_selftest'')',
     'replication slot left_by_selftest: have still exists, want removed', '')
) AS d (applies, kind, plant, gate, undo, finding, also)
  ON CASE d.applies
         WHEN 'database' THEN r.sort = 'database'
         ELSE r.sort = 'role' AND CASE d.applies
                  WHEN 'any' THEN true
                  WHEN 'login' THEN r.rolcanlogin
                  WHEN 'no login' THEN NOT r.rolcanlogin
                  WHEN 'no createdb' THEN NOT r.rolcreatedb
                  WHEN 'no createrole' THEN NOT r.rolcreaterole
                  WHEN 'no replication' THEN NOT r.rolreplication
                  WHEN 'no bypassrls' THEN NOT r.rolbypassrls
                  WHEN 'inherit' THEN r.rolinherit
                  WHEN 'unlimited' THEN r.is_unlimited
                  WHEN 'no monitor' THEN NOT r.is_monitor
                  WHEN 'usual path' THEN NOT r.has_path
                  WHEN 'member' THEN r.member_of IS NOT NULL
              END
     END
ORDER BY r.name COLLATE "C", d.kind;
