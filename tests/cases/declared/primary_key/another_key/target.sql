CREATE TABLE scopes (id int PRIMARY KEY, scope_id text);
CREATE TABLE domains (domain text, organization_id int, PRIMARY KEY (domain, organization_id));
CREATE TABLE longer (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE only_unique (id int NOT NULL UNIQUE);
CREATE TABLE parts (id int NOT NULL) PARTITION BY LIST (id);
CREATE TABLE parts_one PARTITION OF parts FOR VALUES IN (1);
ALTER TABLE ONLY parts ADD PRIMARY KEY (id);
CREATE TABLE renamed (id int PRIMARY KEY);
