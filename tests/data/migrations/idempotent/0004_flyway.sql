CREATE SCHEMA IF NOT EXISTS audit;
CREATE EXTENSION IF NOT EXISTS pgcrypto;
DO $$
DECLARE
  role_name text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN
    CREATE ROLE reader;
  END IF;
  FOR role_name IN SELECT rolname FROM pg_roles WHERE rolname LIKE 'app%' LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA audit TO %I', role_name);
  END LOOP;
END $$;
SELECT setval('audit_seq', coalesce((SELECT max(id) FROM audit_rows), 1));
SELECT pg_catalog.set_config('search_path', '', false);
INSERT INTO tokens (id, hash) SELECT gen_random_uuid(), crypt('x', gen_salt('bf'));
