CREATE ROLE app_owner;
CREATE TABLE open (id int);
CREATE TABLE secured (id int);
ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON open TO app_owner;
