CREATE ROLE supabase_auth_admin;
CREATE ROLE moving;
CREATE SCHEMA auth AUTHORIZATION supabase_auth_admin;
CREATE TABLE auth.users (id uuid PRIMARY KEY);
ALTER TABLE auth.users OWNER TO supabase_auth_admin;
ALTER DATABASE gate_case SET role = moving;
