-- The new server sorts names by another collation, so that people see a list in another order.
-- when: on the target after backfill
-- red: answers
ALTER TABLE issuer.issuers ALTER COLUMN name TYPE text COLLATE "en-x-icu";
