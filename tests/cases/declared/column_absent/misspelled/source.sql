ALTER TABLE scopes ADD COLUMN domain_id int;
