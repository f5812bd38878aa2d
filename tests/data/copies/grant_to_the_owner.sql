-- The owner granted its own privileges to itself.
CREATE SCHEMA grant_to_the_owner;
SET search_path = grant_to_the_owner;
CREATE TABLE held (no int PRIMARY KEY);
GRANT SELECT ON held TO CURRENT_USER WITH GRANT OPTION;
INSERT INTO held VALUES (1);
