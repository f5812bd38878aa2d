CREATE TABLE organizations (id int PRIMARY KEY, code text, UNIQUE (id, code));
CREATE TABLE other (id int PRIMARY KEY);
CREATE TABLE scopes (id int PRIMARY KEY, organization_id int, other_id int REFERENCES other);
ALTER TABLE scopes ADD CONSTRAINT later FOREIGN KEY (organization_id) REFERENCES organizations NOT VALID;
ALTER TABLE scopes ADD CONSTRAINT late FOREIGN KEY (organization_id) REFERENCES organizations NOT VALID;
CREATE TABLE pairs (
  organization_id int, code text,
  FOREIGN KEY (organization_id, code) REFERENCES organizations (id, code)
);
CREATE TABLE loaded (organization_id int REFERENCES organizations);
CREATE TABLE parts (organization_id int REFERENCES organizations) PARTITION BY LIST (organization_id);
CREATE TABLE parts_one PARTITION OF parts FOR VALUES IN (1);
ALTER TABLE loaded DISABLE TRIGGER ALL;
ALTER TABLE other DISABLE TRIGGER ALL;
ALTER TABLE parts_one DISABLE TRIGGER ALL;
CREATE TABLE bare (organization_id int CONSTRAINT bare REFERENCES organizations);
DELETE FROM pg_trigger WHERE tgconstraint = (SELECT oid FROM pg_constraint WHERE conname = 'bare');
CREATE TABLE numbers (id int PRIMARY KEY, number int UNIQUE, of_number int REFERENCES numbers (number));
