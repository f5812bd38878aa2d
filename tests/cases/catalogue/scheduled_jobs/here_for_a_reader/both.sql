ALTER DATABASE gate_case SET cron.database_name = 'postgres';
ALTER DATABASE gate_case SET cron.launch_active_jobs = off;
CREATE SCHEMA cron;
CREATE TABLE cron.job (jobid bigserial, schedule text, command text, active boolean, jobname text);
CREATE ROLE scheduled_jobs_reader;
GRANT USAGE ON SCHEMA cron TO scheduled_jobs_reader;
GRANT SELECT ON cron.job TO scheduled_jobs_reader;
ALTER DATABASE gate_case SET role = scheduled_jobs_reader;
