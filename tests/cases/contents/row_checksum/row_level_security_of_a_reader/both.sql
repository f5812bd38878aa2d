CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, born date);
INSERT INTO users VALUES (1, 'a@example.org', '1990-01-01'), (2, 'b@example.org', NULL), (3, 'c@example.org', NULL);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON users TO pg_monitor;
-- From here on each session of this database is one of a role without rights of its own.
ALTER DATABASE gate_case SET role = pg_monitor;
