CREATE TYPE place AS (x integer, y integer);
CREATE FUNCTION part(place) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ($1).x::text';
CREATE CAST (place AS text) WITH FUNCTION part(place) AS ASSIGNMENT;
DO $$ BEGIN
  EXECUTE (SELECT format('CREATE TYPE mood AS ENUM (%s)', string_agg(quote_literal('a' || n), ', '))
           FROM generate_series(1, 40) AS n);
END $$;
CREATE FUNCTION part(mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::text';
CREATE CAST (mood AS text) WITH FUNCTION part(mood) AS ASSIGNMENT;
CREATE TYPE span AS RANGE (subtype = integer);
CREATE FUNCTION part(span) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)::text';
CREATE CAST (span AS text) WITH FUNCTION part(span) AS ASSIGNMENT;
CREATE TABLE composite (id integer PRIMARY KEY, v place);
INSERT INTO composite VALUES (1, ROW(1, 2)), (2, ROW(1, 2));
CREATE TABLE composite_not_null (id integer PRIMARY KEY, v place NOT NULL);
INSERT INTO composite_not_null VALUES (1, ROW(1, 2)), (2, ROW(1, 2));
CREATE TABLE many_labels (id integer PRIMARY KEY, v mood);
INSERT INTO many_labels VALUES (1, 'a1'), (2, 'a1');
CREATE TABLE many_labels_not_null (id integer PRIMARY KEY, v mood NOT NULL);
INSERT INTO many_labels_not_null VALUES (1, 'a1'), (2, 'a1');
CREATE TABLE range (id integer PRIMARY KEY, v span);
INSERT INTO range VALUES (1, '[1,2)'), (2, '[1,2)');
CREATE TABLE range_not_null (id integer PRIMARY KEY, v span NOT NULL);
INSERT INTO range_not_null VALUES (1, '[1,2)'), (2, '[1,2)');
