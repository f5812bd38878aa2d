CREATE FUNCTION near(int4, int4) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT 1.0::float8';
CREATE TYPE span;
CREATE FUNCTION shape(span) RETURNS span LANGUAGE internal IMMUTABLE AS 'int4range_canonical';
CREATE TYPE small;
CREATE FUNCTION in_one(cstring) RETURNS small LANGUAGE internal STRICT IMMUTABLE AS 'int4in';
CREATE FUNCTION in_two(cstring) RETURNS small LANGUAGE internal STRICT IMMUTABLE AS 'int4in';
CREATE FUNCTION out_one(small) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'int4out';
CREATE FUNCTION out_two(small) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'int4out';
