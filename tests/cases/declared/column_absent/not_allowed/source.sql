ALTER TABLE t ADD COLUMN domain_id int;
