INSERT INTO cron.job (schedule, command, active, jobname, username) VALUES ('0 3 * * *', 'VACUUM', true, 'nightly', 'app');
