ALTER DATABASE gate_case SET cron.database_name = 'gate_case';
CREATE SCHEMA cron;
CREATE TABLE cron.job (jobid bigserial, schedule text, command text, active boolean, jobname text, username text);
ALTER TABLE cron.job ENABLE ROW LEVEL SECURITY;
CREATE POLICY cron_job_policy ON cron.job USING (username = CURRENT_USER);
CREATE ROLE one_side_only_monitor;
GRANT pg_monitor TO one_side_only_monitor;
GRANT USAGE ON SCHEMA cron TO one_side_only_monitor;
GRANT SELECT ON cron.job TO one_side_only_monitor;
