CREATE TABLE t (id int);
ALTER DATABASE gate_case SET default_transaction_read_only = on;
