CREATE SCHEMA extensions;
CREATE EXTENSION unaccent SCHEMA extensions;
CREATE OPERATOR FAMILY extensions.family USING btree;
ALTER EXTENSION unaccent ADD OPERATOR FAMILY extensions.family USING btree;
CREATE TEXT SEARCH PARSER extensions.parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
ALTER EXTENSION unaccent ADD TEXT SEARCH PARSER extensions.parser;
CREATE TEXT SEARCH TEMPLATE extensions.template (LEXIZE = dsimple_lexize);
ALTER EXTENSION unaccent ADD TEXT SEARCH TEMPLATE extensions.template;
CREATE TEXT SEARCH DICTIONARY extensions.dictionary (TEMPLATE = pg_catalog.simple);
ALTER EXTENSION unaccent ADD TEXT SEARCH DICTIONARY extensions.dictionary;
CREATE OPERATOR CLASS public.class FOR TYPE int4 USING btree FAMILY extensions.family AS OPERATOR 1 <(int4, int4);
CREATE TEXT SEARCH DICTIONARY public.words (TEMPLATE = extensions.template);
CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = extensions.parser);
ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR asciiword WITH extensions.dictionary;
-- Of an operator family of users, whatever its functions belong to.
CREATE EXTENSION citext SCHEMA extensions;
CREATE OPERATOR FAMILY public.mixed USING btree;
ALTER OPERATOR FAMILY public.mixed USING btree ADD FUNCTION 1 (extensions.citext, extensions.citext) extensions.citext_cmp(extensions.citext, extensions.citext);
