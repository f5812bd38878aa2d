-- A policy that names a role twice.
CREATE SCHEMA role_twice;
SET search_path = role_twice;
CREATE TABLE guarded (no int PRIMARY KEY);
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY twice ON guarded TO pg_monitor, pg_monitor USING (no > 0);
INSERT INTO guarded VALUES (1);
