CREATE SCHEMA extensions;
CREATE FUNCTION extensions.lost() RETURNS int LANGUAGE sql AS 'SELECT 1';
