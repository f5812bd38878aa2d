CREATE TABLE t (a int, b int, v varchar(9));
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER fires BEFORE UPDATE ON t FOR EACH ROW WHEN (new.a >= 1 AND new.a <= 8 AND new.b > 0 AND new.v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text])) EXECUTE FUNCTION f();
CREATE RULE follows AS ON INSERT TO t WHERE new.a >= 1 AND new.a <= 8 AND new.b > 0 AND new.v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]) DO INSTEAD NOTHING;
