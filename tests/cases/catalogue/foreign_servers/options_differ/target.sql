CREATE FUNCTION validate(text[], oid) RETURNS bool LANGUAGE sql AS 'SELECT true';
CREATE FOREIGN DATA WRAPPER wrapper VALIDATOR validate OPTIONS (debug 'false');
CREATE SERVER other TYPE 'b' VERSION '2' FOREIGN DATA WRAPPER wrapper OPTIONS (host 'two.example', dbname 'template1', fetch_size '1', endpoint 'v2');
CREATE ROLE app;
CREATE USER MAPPING FOR app SERVER other OPTIONS (user 'writer');
CREATE USER MAPPING FOR PUBLIC SERVER other;
