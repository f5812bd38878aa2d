CREATE SCHEMA s;
CREATE TYPE s.pair AS (one int);
CREATE FUNCTION s.both(text, text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION s.et() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION s.et();
CREATE TYPE s.span AS RANGE (subtype = numeric);  -- has a cast of its own
