CREATE ROLE supabase_admin;
CREATE ROLE app SUPERUSER;
CREATE ROLE cdc REPLICATION;
CREATE ROLE owner SUPERUSER;
CREATE ROLE replicator REPLICATION;
CREATE ROLE web;
ALTER ROLE web SET search_path = "$user", public, extensions;
GRANT SELECT ON t TO app, cdc, replicator, web;
ALTER TABLE t OWNER TO owner;
