CREATE AGGREGATE kinds(float8 ORDER BY float8) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = final, HYPOTHETICAL);
CREATE AGGREGATE extra(int4) (SFUNC = int4larger, STYPE = int4, FINALFUNC = int4abs, MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int4, MFINALFUNC = int4abs);
CREATE AGGREGATE state(int4) (SFUNC = int4larger, STYPE = int4);
CREATE FUNCTION numbered(int4) RETURNS int8 LANGUAGE internal AS 'window_row_number';
CREATE FUNCTION loaded(int4, int4, cstring, internal, int4, bool) RETURNS int4 LANGUAGE c AS '$libdir/utf8_and_iso8859_1.so', 'iso8859_1_to_utf8';
