-- A table without rows, as a queue that was worked off, and one without columns.
CREATE SCHEMA emptied_tables;
SET search_path = emptied_tables;
CREATE TABLE jobs (no int PRIMARY KEY);
CREATE TABLE blank ();
INSERT INTO blank DEFAULT VALUES;
