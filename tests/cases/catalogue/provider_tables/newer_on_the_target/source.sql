CREATE INDEX old_index ON auth.users (email);
ALTER TABLE auth.users ADD CONSTRAINT has_email CHECK (email <> '');
-- Also the provider's own: what roles of it have, and what is between its tables.
CREATE VIEW auth.emails AS SELECT email FROM auth.users;
ALTER VIEW auth.emails OWNER TO supabase_admin;
CREATE TABLE auth.of_the_owner (id int);
ALTER TABLE auth.of_the_owner OWNER TO pg_monitor;
GRANT SELECT ON auth.users TO supabase_admin, pg_monitor, chief, gonogo, dashboard_user, authenticator, pgbouncer;
ALTER TABLE auth.users ADD COLUMN parent uuid REFERENCES auth.users;
CREATE EXTENSION pg_trgm SCHEMA auth;
-- An extension's schema, with what its owner has there.
CREATE SCHEMA things AUTHORIZATION hosting_owner;
ALTER EXTENSION pg_trgm ADD SCHEMA things;
CREATE TABLE things.made (id int);
ALTER TABLE things.made OWNER TO hosting_owner;
-- On a table of users, which other gates compare.
CREATE TRIGGER mine AFTER INSERT ON profiles FOR EACH ROW EXECUTE FUNCTION new_user();
CREATE RULE mine AS ON DELETE TO profiles DO ALSO NOTHING;
CREATE POLICY mine ON profiles FOR SELECT;
CREATE INDEX mine ON profiles (id);
ALTER TABLE profiles ADD CONSTRAINT mine CHECK (id IS NOT NULL);
ALTER TABLE profiles ADD parent uuid CONSTRAINT to_parent REFERENCES profiles;
