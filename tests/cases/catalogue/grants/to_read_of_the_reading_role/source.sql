GRANT CONNECT ON DATABASE gate_case TO gonogo_reader, "Night reader";
GRANT USAGE ON SCHEMA public TO gonogo_reader;
GRANT SELECT ON t, v TO gonogo_reader, "Night reader";
GRANT SELECT (n) ON t TO gonogo_reader;
GRANT SELECT ON SEQUENCE t_id_seq TO gonogo_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO gonogo_reader;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO gonogo_reader;
SELECT pg_catalog.lo_create(4711);
GRANT SELECT ON LARGE OBJECT 4711 TO gonogo_reader;
