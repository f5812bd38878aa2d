-- An owner has all rights anyway.
GRANT ALL ON t TO CURRENT_USER WITH GRANT OPTION;
-- What is gone, and what has no privileges of its own.
GRANT SELECT (old) ON t TO reader;
ALTER TABLE t DROP COLUMN old;
CREATE INDEX t_id ON t (id);
CREATE TYPE no_more_than_a_name;
-- Dumps don't write what is granted on functions that a range made, and another database isn't this one.
CREATE TYPE span AS RANGE (subtype = float8);
REVOKE EXECUTE ON FUNCTION span(float8, float8) FROM PUBLIC;
GRANT CREATE ON DATABASE postgres TO reader;
SELECT lo_create(n) FROM (VALUES (103), (101), (102)) AS v (n);
SELECT lo_create(n) FROM generate_series(212, 201, -1) AS n;
GRANT SELECT ON LARGE OBJECT 103, 101, 102 TO reader;
GRANT UPDATE ON LARGE OBJECT 212, 211, 210, 209, 208, 207, 206, 205, 204, 203, 202, 201 TO reader;
-- What an extension grants when it is made, a column of it that is gone, and what its owner has.
GRANT SELECT ON given TO reader WITH GRANT OPTION;
ALTER EXTENSION citext ADD TABLE given;
GRANT INSERT ON given TO reader;
ALTER EXTENSION citext ADD TABLE made;
GRANT SELECT (old) ON made TO reader;
ALTER TABLE made DROP COLUMN old;
REVOKE DELETE ON made FROM CURRENT_USER;
