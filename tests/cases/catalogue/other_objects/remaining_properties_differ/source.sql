CREATE OPERATOR s.||| (LEFTARG = text, RIGHTARG = text, FUNCTION = s.both);
CREATE OPERATOR FAMILY s.family USING btree;
CREATE OPERATOR CLASS s.class FOR TYPE text USING btree AS OPERATOR 1 <;
CREATE COLLATION s.german (provider = icu, locale = 'de');
CREATE CONVERSION s.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH DICTIONARY s.words (TEMPLATE = pg_catalog.simple);
CREATE TEXT SEARCH PARSER s.parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE LANGUAGE mine HANDLER plpgsql_call_handler;
CREATE TRANSFORM FOR s.pair LANGUAGE plpgsql (FROM SQL WITH FUNCTION s.from_pair(internal), TO SQL WITH FUNCTION s.to_pair(internal));
