CREATE ROLE supabase_admin;
CREATE SCHEMA extensions;
