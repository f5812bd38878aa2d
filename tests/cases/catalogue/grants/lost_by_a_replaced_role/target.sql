CREATE ROLE supabase_admin;
CREATE ROLE postgres;
GRANT USAGE ON SCHEMA public TO postgres;
GRANT SELECT, INSERT ON t TO postgres;
