CREATE TABLE store (service_key text, payload jsonb, updated_at timestamptz DEFAULT '2026-01-01');
