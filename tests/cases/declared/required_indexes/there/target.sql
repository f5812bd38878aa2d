CREATE TABLE scopes (id int PRIMARY KEY, domain text, organization_id int, "Code" text UNIQUE);
CREATE INDEX second_domain ON scopes USING hash (domain);
CREATE INDEX first_domain ON scopes (domain);
CREATE INDEX broken_too ON scopes (domain) WHERE id > 0;
CREATE INDEX covering ON scopes (organization_id, domain DESC) INCLUDE (id);
CREATE TABLE parts (id int) PARTITION BY LIST (id);
CREATE TABLE parts_one PARTITION OF parts FOR VALUES IN (1);
CREATE INDEX ON parts (id);
