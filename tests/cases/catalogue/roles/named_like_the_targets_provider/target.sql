CREATE ROLE supabase_admin;
CREATE ROLE anon;
CREATE ROLE extra;
ALTER ROLE anon SET search_path = public;
GRANT SELECT ON t TO anon, extra;
CREATE ROLE supabase_read_only_user;
GRANT supabase_read_only_user TO extra;
