-- A service is deployed while the migration is under way, and its migration changes the schema.
-- when: on the source after dual-write
-- red: schema_frozen
ALTER TABLE issuer.credentials ADD COLUMN withdrawn_on date;
