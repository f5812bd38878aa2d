INSERT INTO cron.job (schedule, command, active, jobname) VALUES ('0 4 * * *', 'VACUUM', true, 'nightly');
