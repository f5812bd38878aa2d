CREATE ROLE app_owner;
CREATE TABLE closed (id int);
CREATE TABLE measured (id int) PARTITION BY RANGE (id);
GRANT SELECT ON closed TO app_owner;
-- What isn't counted, though anon has a privilege on it.
CREATE VIEW shown AS SELECT id FROM closed;
CREATE TABLE of_extension (id int);
ALTER EXTENSION plpgsql ADD TABLE of_extension;
CREATE SCHEMA hidden;
CREATE TABLE hidden.t (id int);
CREATE SCHEMA empty;
SET LOCAL allow_system_table_mods = on;
CREATE SCHEMA of_a_session;
CREATE TABLE of_a_session.t (id int);
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
