CREATE ROLE gonogo_reader LOGIN;
CREATE ROLE "Night reader" LOGIN;
CREATE ROLE app;
CREATE TABLE t (id serial, n int);
CREATE VIEW v AS SELECT id FROM t;
GRANT pg_monitor TO gonogo_reader;
GRANT SELECT ON t TO app;
