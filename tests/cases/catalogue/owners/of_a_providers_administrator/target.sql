CREATE ROLE rds_superuser;
CREATE ROLE dba;
GRANT rds_superuser TO dba;
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO dba', current_database()); END $$;
ALTER TABLE t OWNER TO dba;
