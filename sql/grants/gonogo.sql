-- Creates or updates the role that gonogo connects as. The role can read every table, sequence and
-- large object of this database and the server's statistics, and can change nothing. It can't read
-- large objects that are created later: run this again before a check. Run this in the database, on
-- both sides, as a role that may create roles and grant these privileges:
--
--   psql --dbname="$SRC_DB_URL" --set=role=gonogo_reader --file=sql/grants/gonogo.sql
--   psql --dbname="$SRC_DB_URL" --command='\password gonogo_reader'
--
-- If tables have row-level security, a superuser must also run ALTER ROLE ... BYPASSRLS. Otherwise
-- gonogo stops with an error.
\set ON_ERROR_STOP on
\if :{?role}
\else
  \set role gonogo_reader
\endif
BEGIN;
SELECT pg_catalog.format('CREATE ROLE %I LOGIN CONNECTION LIMIT 20', :'role')
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = :'role') \gexec
GRANT pg_monitor TO :"role";
SELECT pg_catalog.format('GRANT CONNECT ON DATABASE %I TO %I', pg_catalog.current_database(), :'role') \gexec
SELECT pg_catalog.format('GRANT USAGE ON SCHEMA %1$I TO %2$I; '
                         'GRANT SELECT ON ALL TABLES IN SCHEMA %1$I TO %2$I; '
                         'GRANT SELECT ON ALL SEQUENCES IN SCHEMA %1$I TO %2$I',
                         n.nspname, :'role')
FROM pg_catalog.pg_namespace AS n
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE WITH GRANT OPTION')
ORDER BY n.nspname \gexec
SELECT pg_catalog.format('GRANT SELECT ON LARGE OBJECT %s TO %I',
                         pg_catalog.string_agg(m.oid::text, ', ' ORDER BY m.oid), :'role')
FROM pg_catalog.pg_largeobject_metadata AS m
WHERE pg_catalog.pg_has_role(m.lomowner, 'USAGE')
GROUP BY m.oid::bigint / 1000
ORDER BY m.oid::bigint / 1000 \gexec
COMMIT;
