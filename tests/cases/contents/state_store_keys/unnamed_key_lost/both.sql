CREATE TABLE store (service_key text, payload jsonb, updated_at timestamptz);
INSERT INTO store VALUES ('wallet', '{}', 'infinity');
