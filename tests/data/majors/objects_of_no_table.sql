-- Objects of every kind that belongs to no table, with what users may change on the server's own. The
-- roles reader and writer must exist.
CREATE SCHEMA lib;
CREATE FUNCTION lib."both"(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION lib.same(text, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION lib.json_array(text, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION lib.compare(text, text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE FUNCTION lib.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER on_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE')
    EXECUTE FUNCTION lib.on_ddl();
CREATE OPERATOR lib.||| (LEFTARG = text, RIGHTARG = text, FUNCTION = lib."both");
CREATE OPERATOR lib.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = lib.same,
    COMMUTATOR = OPERATOR(lib.===), NEGATOR = OPERATOR(lib.!==), RESTRICT = eqsel, JOIN = eqjoinsel,
    HASHES, MERGES);
CREATE OPERATOR lib.<<< (LEFTARG = text, RIGHTARG = text, FUNCTION = lib.json_array);
CREATE OPERATOR FAMILY lib.family USING btree;
CREATE OPERATOR CLASS lib.class FOR TYPE text USING btree FAMILY lib.family
    AS OPERATOR 1 lib.<<<, OPERATOR 3 lib.===, FUNCTION 1 lib.compare(text, text);
ALTER OPERATOR FAMILY lib.family USING btree
    ADD OPERATOR 1 <(int4, int8), FUNCTION 1 btint48cmp(int4, int8);
CREATE OPERATOR CLASS lib.points FOR TYPE point USING gist AS
    OPERATOR 15 <->(point, point) FOR ORDER BY float_ops,
    FUNCTION 8 gist_point_distance(internal, point, smallint, oid, internal), STORAGE box;
CREATE COLLATION lib.german (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
CREATE COLLATION lib.us (provider = icu, locale = 'en_US');
CREATE COLLATION lib.numeric (provider = icu, locale = 'en@colNumeric=yes');
CREATE COLLATION lib.phonebook (provider = icu, locale = 'de_DE@collation=phonebook;colStrength=secondary');
CREATE COLLATION lib.strong (provider = icu, locale = '@colStrength=primary;colCaseLevel=yes');
CREATE COLLATION lib.unsorted (provider = icu, locale = 'und-u-ks-level1-kc-true', deterministic = false);
CREATE COLLATION lib.caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE lib.sorted (a text COLLATE lib.unsorted, b text COLLATE lib.caseless);
CREATE COLLATION lib.posix (lc_collate = 'C', lc_ctype = 'C');
CREATE DEFAULT CONVERSION lib.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH PARSER lib.parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
    LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE lib.template (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY lib.words (TEMPLATE = pg_catalog.simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION lib.search (PARSER = pg_catalog.default);
ALTER TEXT SEARCH CONFIGURATION lib.search ADD MAPPING FOR asciiword WITH lib.words, simple;
CREATE TYPE lib.pair AS (one int, two text COLLATE "C");
CREATE CAST (lib.pair AS text) WITH INOUT AS ASSIGNMENT;
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE TYPE lib.span AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
CREATE FUNCTION lib.from_pair(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE FUNCTION lib.to_pair(internal) RETURNS lib.pair LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TRANSFORM FOR lib.pair LANGUAGE plpgsql
    (FROM SQL WITH FUNCTION lib.from_pair(internal), TO SQL WITH FUNCTION lib.to_pair(internal));
CREATE FUNCTION lib.transformed(lib.pair) RETURNS int TRANSFORM FOR TYPE lib.pair LANGUAGE plpgsql
    AS 'BEGIN RETURN 1; END';
CREATE FUNCTION lib.supported(int) RETURNS SETOF int LANGUAGE sql COST 3 ROWS 7
    SUPPORT generate_series_int4_support SET work_mem = '1MB' SET search_path = lib, public AS 'SELECT 1';
CREATE PROCEDURE lib.with_in(x int, INOUT y int, z text DEFAULT ', IN ') LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION lib.with_out(a int, OUT b int, VARIADIC c int[]) LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE lib.most(ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal,
    FINALFUNC = mode_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = shareable);
CREATE AGGREGATE lib.average(int4) (SFUNC = int4_avg_accum, STYPE = int8[], SSPACE = 64,
    FINALFUNC = int8_avg, COMBINEFUNC = int4_avg_combine, MSFUNC = int4_avg_accum,
    MINVFUNC = int4_avg_accum_inv, MSTYPE = int8[], MSSPACE = 32, MFINALFUNC = int8_avg,
    INITCOND = '{0,0}', MINITCOND = '{0,0}', PARALLEL = SAFE);
CREATE TYPE lib.base;
CREATE FUNCTION lib.base_in(cstring) RETURNS lib.base LANGUAGE internal STRICT IMMUTABLE AS 'textin';
CREATE FUNCTION lib.base_out(lib.base) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'textout';
CREATE TYPE lib.base (INPUT = lib.base_in, OUTPUT = lib.base_out, LIKE = text, CATEGORY = 'S',
    DELIMITER = ';', DEFAULT = 'x', COLLATABLE = true);
CREATE TYPE lib.shell;
CREATE DOMAIN lib.domain_with_the_default_of_its_base AS lib.base;
CREATE TABLE lib.t (a int, b int);
CREATE STATISTICS lib.statistics ON a, b FROM lib.t;
ALTER STATISTICS lib.statistics OWNER TO writer;
CREATE INDEX of_an_expression ON lib.t ((a + b), b);
ALTER INDEX lib.of_an_expression ALTER 1 SET STATISTICS 400;
ALTER TABLE lib.t ALTER a SET (n_distinct = -0.02);
CREATE FOREIGN DATA WRAPPER wrapper OPTIONS (debug 'true');
CREATE SERVER elsewhere TYPE 'a' VERSION '1' FOREIGN DATA WRAPPER wrapper
    OPTIONS (host 'one.example', dbname 'app');
CREATE USER MAPPING FOR writer SERVER elsewhere OPTIONS (user 'reader', password 'secret');
CREATE USER MAPPING FOR PUBLIC SERVER elsewhere;
GRANT USAGE ON FOREIGN SERVER elsewhere TO reader;
GRANT USAGE ON FOREIGN DATA WRAPPER wrapper TO reader WITH GRANT OPTION;
SELECT lo_create(42);
ALTER LARGE OBJECT 42 OWNER TO writer;
GRANT SELECT ON LARGE OBJECT 42 TO PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
GRANT SELECT ON pg_catalog.pg_authid TO reader;
GRANT SELECT (subconninfo) ON pg_catalog.pg_subscription TO reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA lib GRANT SELECT ON TABLES TO reader;
COMMENT ON SCHEMA public IS 'ours';
COMMENT ON LARGE OBJECT 42 IS 'a large object';
COMMENT ON TRANSFORM FOR lib.pair LANGUAGE plpgsql IS 'a transform';
COMMENT ON SERVER elsewhere IS 'a server';
COMMENT ON CAST (lib.pair AS text) IS 'a cast';
COMMENT ON ACCESS METHOD heap_too IS 'an access method';
COMMENT ON EVENT TRIGGER on_ddl IS 'an event trigger';
COMMENT ON OPERATOR CLASS lib.class USING btree IS 'an operator class';
COMMENT ON EXTENSION hstore IS 'ours';
COMMENT ON PROCEDURE lib.with_in IS 'a procedure';
