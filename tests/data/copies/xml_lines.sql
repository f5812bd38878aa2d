-- XML that begins with a line end, which a copy leaves out.
CREATE SCHEMA xml_lines;
SET search_path = xml_lines;
CREATE TABLE pages (no int PRIMARY KEY, page xml);
INSERT INTO pages VALUES (1, E'\n\n<p/>'), (2, '<p/>');
