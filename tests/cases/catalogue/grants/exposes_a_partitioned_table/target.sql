CREATE ROLE supabase_admin;
CREATE ROLE anon;
CREATE ROLE authenticated;
GRANT USAGE ON SCHEMA public TO anon, authenticated;
GRANT USAGE ON SCHEMA empty, pg_temp_999 TO anon;
GRANT SELECT ON measured, shown, of_extension, hidden.t, pg_temp_999.t, information_schema.sql_features,
  pg_catalog.pg_aggregate TO anon;
