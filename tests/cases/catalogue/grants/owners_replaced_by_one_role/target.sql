CREATE ROLE login;
CREATE TABLE a (id int);
ALTER TABLE a OWNER TO login;
CREATE TABLE b (id int);
ALTER TABLE b OWNER TO login;
CREATE TABLE of_app (id int);
GRANT INSERT ON of_app TO login;
