CREATE SCHEMA heroku_ext;
CREATE FUNCTION heroku_ext.made() RETURNS int LANGUAGE sql AS 'SELECT 1';
