CREATE ROLE rds_superuser;
CREATE ROLE rds_iam;
CREATE ROLE app;
GRANT rds_iam TO app;
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO app', current_database()); END $$;
