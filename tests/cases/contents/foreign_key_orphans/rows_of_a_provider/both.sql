CREATE ROLE supabase_auth_admin;
CREATE ROLE team;
CREATE SCHEMA auth AUTHORIZATION supabase_auth_admin;
CREATE TABLE auth.users (id uuid PRIMARY KEY, email text);
ALTER TABLE auth.users OWNER TO supabase_auth_admin;
CREATE TABLE profiles (id uuid PRIMARY KEY, CONSTRAINT of_user FOREIGN KEY (id) REFERENCES auth.users);
INSERT INTO auth.users SELECT ('00000000-0000-0000-0000-00000000000' || i)::uuid FROM generate_series(1, 3) AS i;
INSERT INTO profiles SELECT id FROM auth.users;
