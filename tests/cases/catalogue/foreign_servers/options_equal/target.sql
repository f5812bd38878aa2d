CREATE FOREIGN DATA WRAPPER wrapper OPTIONS (debug 'true');
CREATE SERVER other TYPE 'a' VERSION '1' FOREIGN DATA WRAPPER wrapper OPTIONS (host 'two.example', port '6432', dbname 'app', fetch_size '100', endpoint 'v1');
CREATE ROLE app;
CREATE USER MAPPING FOR app SERVER other OPTIONS (user 'reader', password 'other2', "api_key" 'other3');
CREATE USER MAPPING FOR PUBLIC SERVER other OPTIONS (user 'nobody');
