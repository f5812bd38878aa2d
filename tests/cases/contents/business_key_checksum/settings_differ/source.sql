ALTER DATABASE gate_case SET TimeZone = 'Asia/Kolkata';
ALTER DATABASE gate_case SET DateStyle = 'SQL, DMY';
ALTER DATABASE gate_case SET IntervalStyle = 'postgres_verbose';
