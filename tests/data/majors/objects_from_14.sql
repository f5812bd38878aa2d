-- Functions whose body the server parses (PostgreSQL 14 and newer).
CREATE FUNCTION app.ba(x int) RETURNS int LANGUAGE sql
BEGIN ATOMIC
    SELECT a FROM app.t WHERE id = x;
    SELECT count(*)::int FROM app.u;
END;
CREATE FUNCTION app.rt(x int) RETURNS int LANGUAGE sql RETURN x + 1;
