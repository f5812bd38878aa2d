CREATE TABLE scopes (id int, domain_id int);
ALTER TABLE scopes DROP COLUMN domain_id;
CREATE SEQUENCE numbers;
