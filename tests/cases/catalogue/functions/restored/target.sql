CREATE FUNCTION f(a int, b int, v varchar) RETURNS boolean LANGUAGE sql BEGIN ATOMIC SELECT a >= 1 AND a <= 9 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]); END;
CREATE FUNCTION g(a boolean DEFAULT 4 >= 1 AND 4 <= 9 AND 4 <> 5) RETURNS boolean LANGUAGE sql AS 'SELECT $1';
