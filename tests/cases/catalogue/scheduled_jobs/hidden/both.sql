CREATE SCHEMA cron;
CREATE TABLE cron.job (jobid bigserial, schedule text, command text, active boolean, jobname text, username text);
ALTER TABLE cron.job ENABLE ROW LEVEL SECURITY;
CREATE POLICY cron_job_policy ON cron.job USING (username = CURRENT_USER);
CREATE ROLE scheduled_jobs_monitor;
GRANT pg_monitor TO scheduled_jobs_monitor;
GRANT USAGE ON SCHEMA cron TO scheduled_jobs_monitor;
GRANT SELECT ON cron.job TO scheduled_jobs_monitor;
ALTER DATABASE gate_case SET role = scheduled_jobs_monitor;
