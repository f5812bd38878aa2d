-- A user's function of the name is no mark.
CREATE FUNCTION aurora_version() RETURNS text LANGUAGE sql AS $$ SELECT '15.4' $$;
CREATE ROLE rds_iam;
GRANT rds_iam TO app;
