CREATE TABLE t (id int);
-- So that the database needs the role.
DO $$ BEGIN EXECUTE format('ALTER ROLE %I IN DATABASE gate_case SET app.of_the_owner = 1', session_user); END $$;
