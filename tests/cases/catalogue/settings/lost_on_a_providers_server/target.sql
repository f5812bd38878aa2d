CREATE ROLE supabase_admin;
ALTER DATABASE gate_case SET search_path = "$user", public, extensions;
