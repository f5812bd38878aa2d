CREATE ROLE gonogo_reader LOGIN CONNECTION LIMIT 20;
CREATE ROLE reporter;
GRANT pg_monitor TO gonogo_reader;
CREATE TABLE t (id int);
GRANT SELECT ON t TO gonogo_reader, reporter;
