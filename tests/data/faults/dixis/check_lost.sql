-- The check constraint on an order item's quantity is missing.
-- when: after schema, phase verify
-- red: constraint_probe
ALTER TABLE order_items DROP CONSTRAINT order_items_quantity_check;
