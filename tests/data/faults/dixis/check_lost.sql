-- A box may hold nothing of a product.
-- when: after schema, phase verify
-- red: constraint_probe
ALTER TABLE order_items DROP CONSTRAINT order_items_quantity_check;
