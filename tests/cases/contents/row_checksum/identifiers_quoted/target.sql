ALTER DATABASE gate_case SET quote_all_identifiers = on;
