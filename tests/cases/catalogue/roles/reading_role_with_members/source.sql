CREATE ROLE gonogo_reader LOGIN;
CREATE ROLE night_reader LOGIN;
CREATE ROLE day_reader LOGIN;
CREATE ROLE app IN ROLE gonogo_reader;
CREATE TABLE t (id int);
GRANT SELECT ON t TO gonogo_reader, night_reader, day_reader;
