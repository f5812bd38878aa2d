CREATE ROLE rds_superuser;
CREATE ROLE rds_iam;
CREATE ROLE app;
GRANT rds_iam TO app;
-- A role of users gives no such right, and what others are members of neither.
CREATE ROLE users_admin ROLE app;
CREATE ROLE dba IN ROLE rds_superuser;
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO app', current_database()); END $$;
