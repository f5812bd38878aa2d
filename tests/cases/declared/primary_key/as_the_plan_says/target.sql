CREATE TABLE scopes (id int PRIMARY KEY);
CREATE TABLE domains ("Domain" text, organization_id int, PRIMARY KEY (organization_id, "Domain") INCLUDE ("Domain"));
