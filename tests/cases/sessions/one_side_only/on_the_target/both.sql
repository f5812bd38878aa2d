ALTER DATABASE gate_case SET cron.database_name = 'gate_case';
CREATE SCHEMA cron;
CREATE TABLE cron.job (jobid bigserial, schedule text, command text, active boolean, jobname text);
