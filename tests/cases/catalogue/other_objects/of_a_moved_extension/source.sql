CREATE EXTENSION unaccent SCHEMA public;
CREATE OPERATOR FAMILY public.family USING btree;
ALTER EXTENSION unaccent ADD OPERATOR FAMILY public.family USING btree;
CREATE TEXT SEARCH PARSER public.parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
ALTER EXTENSION unaccent ADD TEXT SEARCH PARSER public.parser;
CREATE TEXT SEARCH TEMPLATE public.template (LEXIZE = dsimple_lexize);
ALTER EXTENSION unaccent ADD TEXT SEARCH TEMPLATE public.template;
CREATE TEXT SEARCH DICTIONARY public.dictionary (TEMPLATE = pg_catalog.simple);
ALTER EXTENSION unaccent ADD TEXT SEARCH DICTIONARY public.dictionary;
CREATE OPERATOR CLASS public.class FOR TYPE int4 USING btree FAMILY public.family AS OPERATOR 1 <(int4, int4);
CREATE TEXT SEARCH DICTIONARY public.words (TEMPLATE = public.template);
CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = public.parser);
ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR asciiword WITH public.dictionary;
-- Of an operator family of users, whatever its functions belong to.
CREATE EXTENSION citext SCHEMA public;
CREATE OPERATOR FAMILY public.mixed USING btree;
ALTER OPERATOR FAMILY public.mixed USING btree ADD FUNCTION 1 (public.citext, public.citext) public.citext_cmp(public.citext, public.citext);
