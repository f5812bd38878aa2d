INSERT INTO cron.job (schedule, command, active, jobname) VALUES ('0 3 * * *', 'VACUUM', true, 'nightly');
ALTER DATABASE gate_case SET cron.database_name = 'postgres';
ALTER DATABASE gate_case SET cron.launch_active_jobs = off;
CREATE ROLE scheduled_jobs_reader;
GRANT USAGE ON SCHEMA cron TO scheduled_jobs_reader;
GRANT SELECT ON cron.job TO scheduled_jobs_reader;
ALTER DATABASE gate_case SET role = scheduled_jobs_reader;
