CREATE SCHEMA odd;
CREATE TABLE odd."Weird.Name" ("100%I" text, "a ""quoted"" word" text, "größe" text);
INSERT INTO odd."Weird.Name" VALUES
  ('it''s', 'a\b', '日本'),
  (E'two\nlines', NULL, '😀'),
  ('', 'NULL', '%s $1');
