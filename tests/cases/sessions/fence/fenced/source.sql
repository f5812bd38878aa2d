ALTER DATABASE gate_case SET default_transaction_read_only = on;
CREATE ROLE stopped NOLOGIN;
CREATE ROLE pooled_out LOGIN CONNECTION LIMIT 0;
CREATE ROLE kept_out LOGIN;
CREATE ROLE reader LOGIN;
CREATE ROLE writer LOGIN;
REVOKE CONNECT ON DATABASE gate_case FROM PUBLIC;
GRANT CONNECT ON DATABASE gate_case TO stopped, pooled_out, reader, writer;
GRANT ALL ON t TO stopped, pooled_out, kept_out, writer;
GRANT SELECT ON t TO reader;
-- A worker that belongs to a session, as the server lists one.
SET LOCAL allow_system_table_mods = on;
ALTER VIEW pg_catalog.pg_stat_activity RENAME TO of_the_server_activity;
CREATE VIEW pg_catalog.pg_stat_activity AS
SELECT a.* FROM pg_catalog.of_the_server_activity AS a
UNION ALL
SELECT (jsonb_populate_record(a, '{"pid": 1, "backend_type": "parallel worker", "application_name": "psql"}')).*
FROM pg_catalog.of_the_server_activity AS a WHERE a.pid = pg_backend_pid();

-- As after ALTER ROLE ALL SET and ALTER DATABASE postgres SET, which would change other cases too.
ALTER TABLE pg_catalog.pg_db_role_setting RENAME TO of_the_server_settings;
CREATE VIEW pg_catalog.pg_db_role_setting AS
SELECT * FROM (VALUES (0::oid, 0::oid, ARRAY['default_transaction_read_only=off']),
                      ((SELECT oid FROM pg_database WHERE datname = 'postgres'), 0::oid, ARRAY['default_transaction_read_only=off'])) AS s (setdatabase, setrole, setconfig)
UNION ALL
SELECT * FROM pg_catalog.of_the_server_settings;

-- What doesn't let them write to the plan's relations.
CREATE SCHEMA other;
CREATE TABLE other.t (id int);
GRANT USAGE ON SCHEMA other TO reader;
GRANT ALL ON other.t TO reader;
CREATE SCHEMA hidden;
CREATE TABLE hidden.u (id int);
CREATE ROLE outside LOGIN;
GRANT CONNECT ON DATABASE gate_case TO outside;
GRANT ALL ON hidden.u TO outside;

-- Each is kept from writing by one thing only.
ALTER ROLE stopped SET default_transaction_read_only = off;
ALTER ROLE pooled_out SET default_transaction_read_only = off;
ALTER ROLE kept_out SET default_transaction_read_only = off;
ALTER ROLE reader SET default_transaction_read_only = off;
ALTER ROLE outside SET default_transaction_read_only = off;
