CREATE ROLE scheduled_jobs_reader;
ALTER DATABASE gate_case SET role = scheduled_jobs_reader;
