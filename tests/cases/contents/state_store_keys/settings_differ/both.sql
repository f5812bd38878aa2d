CREATE TABLE store (service_key text, payload bytea, updated_at timestamptz);
INSERT INTO store VALUES ('wallet', '\x007f', '2026-07-01 12:00:00Z');
