CREATE ROLE supabase_admin;
GRANT CREATE ON DATABASE gate_case TO chief, helper;
GRANT CREATE ON SCHEMA public TO chief, helper;
