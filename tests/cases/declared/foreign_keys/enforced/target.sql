CREATE TABLE organizations (id int PRIMARY KEY, code text, UNIQUE (id, code));
CREATE TABLE scopes (
  id int PRIMARY KEY, parent int REFERENCES scopes, organization_id int REFERENCES organizations, code text,
  CONSTRAINT "Both" FOREIGN KEY (organization_id, code) REFERENCES organizations (id, code)
);
CREATE TABLE parts (id int, organization_id int REFERENCES organizations, PRIMARY KEY (organization_id, id))
  PARTITION BY LIST (organization_id);
CREATE TABLE parts_one PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE parts_users (organization_id int, id int, FOREIGN KEY (organization_id, id) REFERENCES parts);
ALTER TABLE scopes DISABLE TRIGGER USER;
CREATE TABLE lone (id int PRIMARY KEY CONSTRAINT itself REFERENCES lone);
CREATE TABLE twice (
  organization_id int, CONSTRAINT second FOREIGN KEY (organization_id) REFERENCES organizations,
  CONSTRAINT first FOREIGN KEY (organization_id) REFERENCES organizations,
  CONSTRAINT bare FOREIGN KEY (organization_id) REFERENCES organizations
);
UPDATE pg_trigger SET tgenabled = 'A'
WHERE tgconstraint = (SELECT oid FROM pg_constraint WHERE conname = 'second');
DELETE FROM pg_trigger WHERE tgconstraint = (SELECT oid FROM pg_constraint WHERE conname = 'bare');
