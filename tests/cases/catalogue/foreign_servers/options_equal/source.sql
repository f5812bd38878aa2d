CREATE FOREIGN DATA WRAPPER wrapper OPTIONS (debug 'true');
CREATE SERVER other TYPE 'a' VERSION '1' FOREIGN DATA WRAPPER wrapper OPTIONS (host 'one.example', port '5432', dbname 'app', fetch_size '100', endpoint 'v1');
CREATE ROLE app;
CREATE USER MAPPING FOR app SERVER other OPTIONS (user 'reader', password 'hunter2', "api_key" 'hunter3');
CREATE USER MAPPING FOR PUBLIC SERVER other OPTIONS (user 'nobody');
