ALTER DATABASE gate_case SET cron.launch_active_jobs = off;
