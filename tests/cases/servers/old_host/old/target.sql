CREATE EXTENSION postgres_fdw;
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.old.example');
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT ''postgresql://app:hunter2@db.old.example/app'' ';
ALTER DATABASE gate_case SET app.callback = 'https://db.old.example/x';
