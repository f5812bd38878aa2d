-- The foreign key to carriers was never validated.
-- when: after schema, phase verify
-- red: foreign_keys
ALTER TABLE orders DROP CONSTRAINT orders_carrier_id_fkey;
ALTER TABLE orders ADD CONSTRAINT orders_carrier_id_fkey
    FOREIGN KEY (carrier_id) REFERENCES carriers (id) ON DELETE SET NULL ON UPDATE CASCADE NOT VALID;
