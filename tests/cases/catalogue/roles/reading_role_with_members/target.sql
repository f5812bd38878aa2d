CREATE ROLE night_reader LOGIN SUPERUSER;
CREATE ROLE writers;
CREATE ROLE day_reader LOGIN IN ROLE writers;
CREATE TABLE t (id int);
GRANT SELECT ON t TO night_reader, day_reader;
