CREATE ROLE app;
ALTER ROLE app IN DATABASE gate_case SET default_transaction_read_only = on;
ALTER DATABASE gate_case SET default_transaction_read_only = on;
CREATE TABLE t (id integer);
GRANT INSERT ON t TO app;
CREATE ROLE reporting;
GRANT SELECT ON t TO reporting;
ALTER ROLE reporting IN DATABASE gate_case SET default_transaction_read_only = on;
CREATE ROLE portal;
CREATE FUNCTION order_it() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO t VALUES (1)';
REVOKE EXECUTE ON FUNCTION order_it() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION order_it() TO portal;
ALTER ROLE portal IN DATABASE gate_case SET default_transaction_read_only = on;

-- What each role may write in one way only.
CREATE ROLE cleaner;
GRANT DELETE ON t TO cleaner;
CREATE TABLE parts (id integer) PARTITION BY RANGE (id);
CREATE ROLE of_parts;
GRANT INSERT ON parts TO of_parts;
CREATE VIEW shown AS SELECT id FROM t;
CREATE ROLE of_view;
GRANT UPDATE (id) ON shown TO of_view;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE far (id integer) SERVER s;
CREATE ROLE of_far;
GRANT INSERT ON far TO of_far;
ALTER ROLE cleaner SET default_transaction_read_only = on;
ALTER ROLE of_parts SET default_transaction_read_only = on;
ALTER ROLE of_view SET default_transaction_read_only = on;
ALTER ROLE of_far SET default_transaction_read_only = on;

-- Other settings, and that of another database.
CREATE ROLE tuned;
CREATE ROLE elsewhere;
GRANT INSERT ON t TO tuned, elsewhere;
ALTER ROLE tuned SET enable_sort = on;
ALTER ROLE tuned IN DATABASE gate_case SET default_transaction_read_only = off;
ALTER ROLE elsewhere IN DATABASE postgres SET default_transaction_read_only = on;
