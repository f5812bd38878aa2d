ALTER DATABASE gate_case SET cron.database_name = 'postgres';
