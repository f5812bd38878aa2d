ALTER DATABASE gate_case SET cron.database_name = 'gate_case';
INSERT INTO cron.job (schedule, command, active, jobname) VALUES ('0 3 * * *', 'VACUUM', false, 'nightly');
