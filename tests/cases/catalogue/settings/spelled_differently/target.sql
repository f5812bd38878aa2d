ALTER DATABASE gate_case SET "TimeZone" = 'Etc/UTC';
ALTER DATABASE gate_case SET lc_time = 'POSIX';
ALTER DATABASE gate_case SET lc_numeric = 'C.utf8';
ALTER DATABASE gate_case SET search_path = '$user',"public";
ALTER DATABASE gate_case SET "DateStyle" = 'iso, us';
