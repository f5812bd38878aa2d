CREATE TABLE t (id integer);
CREATE ROLE reporting;
GRANT SELECT ON t TO reporting;
ALTER ROLE reporting IN DATABASE gate_case SET default_transaction_read_only = on;
CREATE FUNCTION order_it() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO t VALUES (1)';

-- What reporting may write is no table of the application's.
SET LOCAL allow_system_table_mods = on;
CREATE SEQUENCE numbers;
CREATE SCHEMA of_a_session;
CREATE TABLE of_a_session.t (id integer);
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
GRANT INSERT ON information_schema.sql_features, pg_temp_999.t TO reporting;
GRANT USAGE, UPDATE ON SEQUENCE numbers TO reporting;

-- Functions that sort before order_it, but that it can't run, or that don't write as their owner.
CREATE ROLE clerk;
CREATE SCHEMA another;
GRANT USAGE ON SCHEMA another TO PUBLIC;
CREATE FUNCTION a_function_of_a_clerk() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO t VALUES (1)';
REVOKE EXECUTE ON FUNCTION a_function_of_a_clerk() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION a_function_of_a_clerk() TO clerk;
GRANT EXECUTE ON FUNCTION order_it() TO clerk;
CREATE FUNCTION a_function_of_its_caller() RETURNS void LANGUAGE sql AS 'INSERT INTO t VALUES (1)';
CREATE FUNCTION a_stable_one() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER AS 'SELECT count(*) FROM t';
CREATE FUNCTION a_trigger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN RETURN NEW; END';
CREATE SCHEMA hidden;
CREATE FUNCTION hidden.order_it() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO public.t VALUES (1)';
CREATE FUNCTION information_schema.order_it() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO public.t VALUES (1)';
CREATE FUNCTION pg_catalog.a_function_of_the_server() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO public.t VALUES (1)';
CREATE FUNCTION a_function_of_an_extension() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO t VALUES (1)';
ALTER EXTENSION plpgsql ADD FUNCTION a_function_of_an_extension();
