CREATE ROLE supabase_admin;
CREATE ROLE anon;
CREATE ROLE authenticated;
GRANT USAGE ON SCHEMA public TO anon, authenticated;
GRANT SELECT ON measured TO anon;
