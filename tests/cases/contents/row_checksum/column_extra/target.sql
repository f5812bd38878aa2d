ALTER TABLE users ADD COLUMN state text;
