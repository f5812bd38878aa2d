CREATE FUNCTION s.supported(int) RETURNS SETOF int LANGUAGE sql COST 3 ROWS 8
  SET search_path = s SET work_mem = '1MB' AS 'SELECT 1';
CREATE FUNCTION s.transformed(s.pair) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE AGGREGATE s.average(int4) (SFUNC = int4_avg_accum, STYPE = int8[], FINALFUNC = int8_avg, INITCOND = '{0,1}');
CREATE AGGREGATE s.mode(ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = read_only);
CREATE AGGREGATE s.smallest(int4) (SFUNC = int4larger, STYPE = int4, SORTOP = >);
CREATE AGGREGATE s.total(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_sum);
CREATE AGGREGATE s.moving(int4) (SFUNC = int4_avg_accum, STYPE = int8[], FINALFUNC = int8_avg, INITCOND = '{0,0}', MINITCOND = '{0,0}', MSFUNC = int4_avg_accum, MINVFUNC = int4_avg_accum_inv,
  MSTYPE = int8[], MFINALFUNC = int8_avg, MFINALFUNC_MODIFY = read_write);
