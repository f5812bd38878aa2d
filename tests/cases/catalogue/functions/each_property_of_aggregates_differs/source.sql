CREATE FUNCTION s.supported(int) RETURNS SETOF int LANGUAGE sql COST 3 ROWS 7 SUPPORT generate_series_int4_support
  LEAKPROOF SET work_mem = '1MB' SET search_path = s AS 'SELECT 1';
CREATE FUNCTION s.transformed(s.pair) RETURNS int TRANSFORM FOR TYPE s.pair LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE AGGREGATE s.average(int4) (SFUNC = int4_avg_accum, STYPE = int8[], SSPACE = 64, FINALFUNC = int8_avg, FINALFUNC_MODIFY = shareable,
  COMBINEFUNC = int4_avg_combine, MSFUNC = int4_avg_accum, MINVFUNC = int4_avg_accum_inv, MSTYPE = int8[], MSSPACE = 32,
  MFINALFUNC = int8_avg, MFINALFUNC_MODIFY = read_write, INITCOND = '{0,0}', MINITCOND = '{0,0}', PARALLEL = SAFE);
CREATE AGGREGATE s.mode(ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA);
CREATE AGGREGATE s.smallest(int4) (SFUNC = int4smaller, STYPE = int4, SORTOP = <);
CREATE AGGREGATE s.total(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg, COMBINEFUNC = numeric_avg_combine,
  SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize);
CREATE AGGREGATE s.moving(int4) (SFUNC = int4_avg_accum, STYPE = int8[], FINALFUNC = int8_avg, INITCOND = '{0,0}', MINITCOND = '{0,0}', MSFUNC = int4_avg_accum, MINVFUNC = int4_avg_accum_inv,
  MSTYPE = int8[], MFINALFUNC = int8_avg, MFINALFUNC_MODIFY = shareable);
