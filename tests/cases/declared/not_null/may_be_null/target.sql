CREATE TABLE scopes (id int PRIMARY KEY, domain text, organization_id int, gone int NOT NULL);
ALTER TABLE scopes ADD CHECK (organization_id IS NOT NULL);
ALTER TABLE scopes DROP gone;
