INSERT INTO cron.job (schedule, command, active, jobname, username) VALUES ('0 3 * * *', 'VACUUM', true, 'nightly', 'app');
ALTER DATABASE gate_case SET role = one_side_only_monitor;
