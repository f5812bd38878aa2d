CREATE TRIGGER touches BEFORE UPDATE ON auth.users FOR EACH ROW EXECUTE FUNCTION auth.touch();
CREATE TABLE auth.sessions (id uuid PRIMARY KEY);
ALTER TABLE auth.sessions OWNER TO supabase_auth_admin;
GRANT SELECT ON auth.users TO supabase_auth_admin;
CREATE INDEX new_index ON auth.users (email);
ALTER TABLE auth.users ENABLE ROW LEVEL SECURITY;
