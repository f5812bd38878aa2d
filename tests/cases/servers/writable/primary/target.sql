CREATE TABLE t (id integer);
CREATE ROLE reporting;
GRANT SELECT ON t TO reporting;
ALTER ROLE reporting IN DATABASE gate_case SET default_transaction_read_only = on;
CREATE FUNCTION order_it() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO t VALUES (1)';
