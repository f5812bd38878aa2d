-- The index on the carrier of orders is missing.
-- when: after schema, phase verify
-- red: required_indexes
DROP INDEX orders_carrier_id_idx;
