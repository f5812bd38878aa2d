-- The currency of an order may be NULL.
-- when: after schema, phase verify
-- red: not_null
ALTER TABLE orders ALTER COLUMN currency DROP NOT NULL;
