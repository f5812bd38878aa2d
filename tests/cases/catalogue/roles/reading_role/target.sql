CREATE ROLE gonogo_reader LOGIN CONNECTION LIMIT 5;
CREATE ROLE reporter;
CREATE TABLE t (id int);
GRANT SELECT ON t TO gonogo_reader, reporter;
