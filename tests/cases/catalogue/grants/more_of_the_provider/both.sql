CREATE ROLE reader;
CREATE EXTENSION pg_stat_statements;
