CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'one.example');
CREATE USER MAPPING FOR app SERVER other OPTIONS (password 'hunter3');
