CREATE ROLE reader;
CREATE ROLE app LOGIN CONNECTION LIMIT 5;
GRANT reader TO app;
ALTER ROLE app IN DATABASE gate_case SET search_path = public;
CREATE TABLE t (id int);
GRANT SELECT ON t TO reader;
CREATE ROLE of_another_database;
CREATE ROLE other;
-- So that the database needs the role.
DO $$ BEGIN EXECUTE format('ALTER ROLE %I IN DATABASE gate_case SET app.of_the_owner = 1', session_user); END $$;
