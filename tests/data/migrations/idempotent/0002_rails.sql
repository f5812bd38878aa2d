ALTER TABLE IF EXISTS users ADD COLUMN IF NOT EXISTS nick text;
INSERT INTO schema_migrations (version) VALUES ('20260101') ON CONFLICT DO NOTHING;
INSERT INTO settings (key, value) VALUES ('a', '1') ON CONFLICT (key) DO UPDATE SET value = excluded.value;
UPDATE users SET nick = lower(name) WHERE nick IS NULL;
DELETE FROM settings WHERE key IN ('old', 'older');
CREATE OR REPLACE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS users_updated ON users;
CREATE TRIGGER users_updated BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE OR REPLACE VIEW active_users AS SELECT * FROM users WHERE nick IS NOT NULL;
COMMENT ON TABLE users IS 'people';
GRANT SELECT ON users TO public;
