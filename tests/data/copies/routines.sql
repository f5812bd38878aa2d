-- Procedures, OUT arguments, operators, ranges, and calls that 13 prints otherwise.
CREATE SCHEMA routines;
SET search_path = routines;
CREATE TABLE times (no int PRIMARY KEY, day date, at timestamptz);
CREATE PROCEDURE doubled(a int, INOUT b int) LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION halved(a int, OUT b int) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION as_it_is(anyarray) RETURNS anyarray LANGUAGE sql AS 'SELECT $1';
CREATE OPERATOR ==== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
CREATE TYPE numbers AS RANGE (SUBTYPE = int);
CREATE VIEW spelled AS
  SELECT extract(month FROM day) AS m, at AT TIME ZONE 'UTC' AS z, substring('word' FROM 2) AS s,
         overlay('a' PLACING 'b' FROM 1) AS o, trim('x') AS t FROM times;
CREATE INDEX ON times (extract(month FROM day));
INSERT INTO times VALUES (1, '2026-02-03', '2026-02-03');
