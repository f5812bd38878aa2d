ALTER ROLE app SET "TimeZone" = 'UTC';
ALTER ROLE app IN DATABASE gate_case SET statement_timeout = '5min';
ALTER ROLE app SET row_security = on;
ALTER DATABASE gate_case SET work_mem = '64MB';
