ALTER TABLE scopes DROP COLUMN domain_id;
CREATE SCHEMA issuer;
CREATE TABLE issuer.offers (id int, "Domain_Id" int);
CREATE VIEW issuer.all_offers AS SELECT id FROM issuer.offers;
CREATE TABLE issuer.none ();
