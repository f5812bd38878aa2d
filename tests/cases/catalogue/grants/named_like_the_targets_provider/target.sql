CREATE ROLE supabase_admin;
CREATE ROLE authenticated;
GRANT ALL ON open TO anon, authenticated;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA public GRANT SELECT ON TABLES TO authenticated;
