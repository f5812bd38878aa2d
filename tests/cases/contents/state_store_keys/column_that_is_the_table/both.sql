CREATE TABLE payload (service_key text, data jsonb, updated_at timestamptz);
INSERT INTO payload VALUES ('wallet', '{}', '2026-01-01');
