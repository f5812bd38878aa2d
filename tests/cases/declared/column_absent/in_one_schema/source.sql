CREATE TABLE scopes (id int, domain_id int);
