CREATE TABLE scopes (id int PRIMARY KEY, domain text, organization_id int, code text, number int, note text);
CREATE INDEX ON scopes (organization_id, domain) INCLUDE (id);
CREATE INDEX a_domain ON scopes (domain) WHERE id > 0;
CREATE INDEX ON scopes (lower(code));
CREATE UNIQUE INDEX number ON scopes (number) WHERE id > 0;
CREATE INDEX a_number ON scopes (number);
CREATE TABLE parts (id int) PARTITION BY LIST (id);
CREATE TABLE parts_one PARTITION OF parts FOR VALUES IN (1);
CREATE INDEX half ON ONLY parts (id);
