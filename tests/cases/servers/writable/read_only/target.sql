CREATE ROLE app;
ALTER ROLE app IN DATABASE gate_case SET default_transaction_read_only = on;
ALTER DATABASE gate_case SET default_transaction_read_only = on;
