CREATE FUNCTION definer() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
CREATE FUNCTION in_c(double precision) RETURNS double precision LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
