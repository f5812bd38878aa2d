ALTER DATABASE gate_case SET cron.database_name = 'gate_case';
CREATE SCHEMA cron;
CREATE TABLE cron.job (jobid bigserial, schedule text, command text, active boolean, jobname text);
INSERT INTO cron.job (schedule, command, active, jobname) VALUES ('0 3 * * *', 'VACUUM', true, 'nightly');
