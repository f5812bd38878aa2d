CREATE TABLE store (service_key text PRIMARY KEY, payload jsonb, updated_at timestamptz);
