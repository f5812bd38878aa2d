CREATE SCHEMA s;
CREATE TYPE s.pair AS (one int);
CREATE FUNCTION s.from_pair(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TRANSFORM FOR s.pair LANGUAGE plpgsql (FROM SQL WITH FUNCTION s.from_pair(internal));
CREATE FUNCTION s.add(internal, text) RETURNS internal LANGUAGE internal AS 'string_agg_transfn';
