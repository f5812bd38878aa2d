CREATE ROLE app;
CREATE ROLE web;
CREATE ROLE writer;
ALTER ROLE app IN DATABASE gate_case SET default_transaction_read_only = '1';
ALTER ROLE web SET default_transaction_read_only = 'yes';
ALTER ROLE writer SET default_transaction_read_only = 'off';
