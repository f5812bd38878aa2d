CREATE TABLE store (service_key text, payload jsonb, updated_at timestamptz);
INSERT INTO store VALUES ('wallet', '{}', '2026-01-01');
