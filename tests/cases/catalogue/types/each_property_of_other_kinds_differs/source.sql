CREATE TYPE span AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, collation = "C", multirange_type_name = spans);
CREATE TYPE pair AS (one int, other text COLLATE "C");
CREATE TYPE forgotten;
CREATE TYPE base;
CREATE FUNCTION base_in(cstring, oid, int4) RETURNS base LANGUAGE internal STRICT IMMUTABLE AS 'array_in';
CREATE FUNCTION base_out(base) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'array_out';
CREATE FUNCTION base_receive(internal) RETURNS base LANGUAGE internal STRICT IMMUTABLE AS 'textrecv';
CREATE FUNCTION base_send(base) RETURNS bytea LANGUAGE internal STRICT IMMUTABLE AS 'textsend';
CREATE TYPE base (INPUT = base_in, OUTPUT = base_out, RECEIVE = base_receive, SEND = base_send, TYPMOD_IN = varchartypmodin, TYPMOD_OUT = varchartypmodout,
  ANALYZE = ts_typanalyze, SUBSCRIPT = jsonb_subscript_handler, ELEMENT = int4, STORAGE = extended, ALIGNMENT = double, CATEGORY = 'U', DELIMITER = ';', DEFAULT = '{}');
CREATE TYPE small;
CREATE FUNCTION small_in(cstring) RETURNS small LANGUAGE internal STRICT IMMUTABLE AS 'int4in';
CREATE FUNCTION small_out(small) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'int4out';
CREATE TYPE small (INPUT = small_in, OUTPUT = small_out, INTERNALLENGTH = 4, PASSEDBYVALUE, CATEGORY = 'N', PREFERRED = true, COLLATABLE = true);
CREATE DOMAIN of_base AS base;
CREATE TYPE elsewhere AS RANGE (subtype = int4, multirange_type_name = other.elsewhere_multirange);
CREATE TYPE spanning AS RANGE (subtype = int4, multirange_type_name = span_multirange);
CREATE TYPE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa AS RANGE (subtype = int4, multirange_type_name = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbbbbbbbbbb);
CREATE TYPE bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb AS RANGE (subtype = int4, multirange_type_name = cccccccccccccccccccccccccccccccccccccccccccccccccc_multirange);
