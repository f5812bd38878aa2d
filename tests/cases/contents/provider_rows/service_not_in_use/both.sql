CREATE ROLE supabase_admin;
