CREATE TABLE store (service_key text PRIMARY KEY, payload jsonb, updated_at timestamptz);
-- Columns of the same names.
CREATE TABLE another (payload int, service_key int);
