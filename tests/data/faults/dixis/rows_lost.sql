-- Some reviews are missing.
-- when: after schema, phase verify
-- red: row_count, business_key_checksum
DELETE FROM reviews WHERE id % 100 = 0;
