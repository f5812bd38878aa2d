ALTER DATABASE gate_case SET default_transaction_read_only = on;
