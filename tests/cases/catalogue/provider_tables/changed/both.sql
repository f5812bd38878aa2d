CREATE ROLE supabase_auth_admin;
CREATE ROLE team;
CREATE SCHEMA auth AUTHORIZATION supabase_auth_admin;
CREATE TABLE auth.users (id uuid PRIMARY KEY, email text);
ALTER TABLE auth.users OWNER TO supabase_auth_admin;
CREATE TABLE profiles (id uuid PRIMARY KEY, CONSTRAINT of_user FOREIGN KEY (id) REFERENCES auth.users);
CREATE FUNCTION new_user() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.profiles VALUES (new.id); RETURN new; END';
CREATE FUNCTION auth.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
ALTER FUNCTION auth.touch() OWNER TO supabase_auth_admin;
