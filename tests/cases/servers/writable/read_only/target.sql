CREATE ROLE app;
ALTER ROLE app IN DATABASE gate_case SET default_transaction_read_only = on;
ALTER DATABASE gate_case SET default_transaction_read_only = on;
CREATE TABLE t (id integer);
GRANT INSERT ON t TO app;
CREATE ROLE reporting;
GRANT SELECT ON t TO reporting;
ALTER ROLE reporting IN DATABASE gate_case SET default_transaction_read_only = on;
