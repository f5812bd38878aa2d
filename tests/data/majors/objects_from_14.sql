-- What only 14 and newer know: bodies that the server parses.
CREATE FUNCTION app.ba(x int) RETURNS int LANGUAGE sql
BEGIN ATOMIC
    SELECT a FROM app.t WHERE id = x;
    SELECT count(*)::int FROM app.u;
END;
CREATE FUNCTION app.rt(x int) RETURNS int LANGUAGE sql RETURN x + 1;
