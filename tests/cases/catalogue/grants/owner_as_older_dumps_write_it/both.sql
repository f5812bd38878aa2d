CREATE ROLE keeper;
CREATE ROLE reader;
CREATE TABLE kept (id int);
CREATE TABLE read_only (id int);
CREATE TABLE of_a_reader (id int);
CREATE TABLE without_more (id int);
ALTER TABLE kept OWNER TO keeper;
ALTER TABLE read_only OWNER TO keeper;
ALTER TABLE without_more OWNER TO keeper;
