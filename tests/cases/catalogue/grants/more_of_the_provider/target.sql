GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO reader;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_stat_statements_reset TO reader;
