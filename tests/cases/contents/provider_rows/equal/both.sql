CREATE ROLE supabase_admin;
CREATE ROLE supabase_auth_admin;
CREATE SCHEMA auth AUTHORIZATION supabase_auth_admin;
CREATE SCHEMA storage AUTHORIZATION supabase_auth_admin;
CREATE TABLE auth.users (id int PRIMARY KEY, dropped int, email text, twice int GENERATED ALWAYS AS (id * 2) STORED);
INSERT INTO auth.users SELECT i, i, 'user' || i FROM generate_series(1, 3) AS i;
CREATE TABLE storage.objects (id int, name text) PARTITION BY RANGE (id);
CREATE TABLE storage.objects_1 PARTITION OF storage.objects FOR VALUES FROM (0) TO (10);
INSERT INTO storage.objects SELECT i, 'object' || i FROM generate_series(1, 3) AS i;
ALTER TABLE auth.users DROP dropped;
-- Of the service's names, but not its tables.
CREATE VIEW auth.identities AS SELECT id FROM auth.users;
CREATE TABLE users (other_id int);
CREATE TABLE objects (other_id int);
