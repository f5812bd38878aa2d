CREATE FUNCTION first_of(int4, int4) RETURNS int4 LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION final(internal, float8) RETURNS float8 LANGUAGE internal AS 'mode_final';
