ALTER DATABASE gate_case SET TimeZone = 'America/New_York';
ALTER DATABASE gate_case SET DateStyle = 'German';
