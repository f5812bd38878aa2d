-- The index of orders by carrier is not there.
-- when: after schema, phase verify
-- red: required_indexes
DROP INDEX orders_carrier_id_idx;
