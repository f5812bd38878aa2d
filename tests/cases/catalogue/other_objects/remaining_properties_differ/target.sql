CREATE OPERATOR s.||| (LEFTARG = text, RIGHTARG = text, FUNCTION = s.same);
CREATE OPERATOR CLASS s.class FOR TYPE varchar USING btree AS OPERATOR 1 <(text, text);
CREATE COLLATION s.german (provider = libc, locale = 'C');
CREATE CONVERSION s.latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
CREATE TEXT SEARCH DICTIONARY s.words (TEMPLATE = pg_catalog.ispell, DICTFILE = ispell_sample, AFFFILE = ispell_sample);
CREATE TEXT SEARCH PARSER s.parser (START = s.start, GETTOKEN = s.token, END = s.finish, LEXTYPES = s.kinds);
CREATE LANGUAGE mine HANDLER s.handler;
CREATE TRANSFORM FOR s.pair LANGUAGE plpgsql (TO SQL WITH FUNCTION s.to_pair(internal));
