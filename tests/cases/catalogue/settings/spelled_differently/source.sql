ALTER DATABASE gate_case SET "TimeZone" = 'UTC';
ALTER DATABASE gate_case SET lc_time = 'C';
ALTER DATABASE gate_case SET lc_numeric = 'C.UTF-8';
ALTER DATABASE gate_case SET search_path = "$user", public;
ALTER DATABASE gate_case SET "DateStyle" = 'ISO, MDY';
