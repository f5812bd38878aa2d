ALTER ROLE gonogo IN DATABASE gate_case SET default_transaction_read_only = on;
