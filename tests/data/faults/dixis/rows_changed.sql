-- One order has another customer; the number of orders is unchanged.
-- when: after schema, phase verify
-- red: business_key_checksum
UPDATE orders SET customer_id = 1 + customer_id % 800 WHERE order_number = 'DX-001234';
