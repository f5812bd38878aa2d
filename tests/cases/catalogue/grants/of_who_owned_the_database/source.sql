ALTER DATABASE gate_case OWNER TO chief;
ALTER SCHEMA public OWNER TO chief;
ALTER DATABASE postgres OWNER TO helper;
