CREATE ROLE supabase_admin;
CREATE ROLE supabase_auth_admin;
CREATE SCHEMA auth AUTHORIZATION supabase_auth_admin;
CREATE SCHEMA storage AUTHORIZATION supabase_auth_admin;
CREATE TABLE auth.users (id int PRIMARY KEY, email text, twice int GENERATED ALWAYS AS (id * 2) STORED);
INSERT INTO auth.users SELECT i, 'user' || i FROM generate_series(1, 3) AS i;
CREATE TABLE storage.objects (id int, name text);
INSERT INTO storage.objects SELECT i, 'object' || i FROM generate_series(1, 3) AS i;
