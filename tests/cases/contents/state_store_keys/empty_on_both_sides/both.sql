CREATE TABLE store (service_key text, payload jsonb, updated_at timestamptz);
