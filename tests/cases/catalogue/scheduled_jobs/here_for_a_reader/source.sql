INSERT INTO cron.job (schedule, command, active, jobname) VALUES ('0 3 * * *', 'VACUUM', false, 'nightly');
