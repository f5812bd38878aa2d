-- An order may be without a currency.
-- when: after schema, phase verify
-- red: not_null
ALTER TABLE orders ALTER COLUMN currency DROP NOT NULL;
