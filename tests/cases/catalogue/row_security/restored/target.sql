CREATE TABLE t (a int, b int, v varchar(9));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a >= 1 AND a <= 9 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text])) WITH CHECK (a >= 1 AND a <= 9 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]));
