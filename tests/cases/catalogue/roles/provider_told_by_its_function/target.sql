SET LOCAL allow_system_table_mods = on;
CREATE FUNCTION pg_catalog.aurora_version() RETURNS text LANGUAGE sql AS $$ SELECT '15.4' $$;
CREATE ROLE rds_iam;
GRANT rds_iam TO app;
