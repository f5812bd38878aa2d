-- Views that a restore prints in another way.
CREATE SCHEMA views;
SET search_path = views;
CREATE TABLE facts (no int PRIMARY KEY);
INSERT INTO facts VALUES (1);
CREATE VIEW with_null AS
  SELECT u.no, u.other FROM (SELECT no, no AS other FROM facts UNION ALL SELECT no, NULL FROM facts) AS u;
CREATE VIEW sampled_facts AS SELECT no FROM facts TABLESAMPLE bernoulli (25);
CREATE VIEW table_of_xml AS
  SELECT n FROM xmltable('/a/b' PASSING ('<a><b><n>3</n></b></a>'::xml) COLUMNS n int PATH 'n');
CREATE VIEW text_of_xml AS SELECT xmlserialize(CONTENT '<b/>'::xml AS text) AS word;
