INSERT INTO users VALUES (1), (2);
-- From here on each session of this database is one of a role without rights of its own.
ALTER DATABASE gate_case SET role = pg_monitor;
