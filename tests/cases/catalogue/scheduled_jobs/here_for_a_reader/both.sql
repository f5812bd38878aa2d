CREATE SCHEMA cron;
CREATE TABLE cron.job (jobid bigserial, schedule text, command text, active boolean, jobname text);
