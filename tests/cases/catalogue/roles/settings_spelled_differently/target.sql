ALTER ROLE app SET "TimeZone" = 'Etc/UTC';
ALTER ROLE app IN DATABASE gate_case SET statement_timeout = '300s';
ALTER ROLE app SET row_security = 'true';
ALTER DATABASE gate_case SET work_mem = '65536kB';
