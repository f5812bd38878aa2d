CREATE ROLE app_owner;
CREATE TABLE closed (id int);
CREATE TABLE measured (id int) PARTITION BY RANGE (id);
GRANT SELECT ON closed TO app_owner;
