CREATE TRIGGER mine BEFORE INSERT ON things.made FOR EACH ROW EXECUTE FUNCTION f();
-- The extension's own, or maybe so.
CREATE TRIGGER its_own BEFORE INSERT ON things.made FOR EACH ROW EXECUTE FUNCTION g();
CREATE RULE keeps AS ON DELETE TO things.made DO ALSO NOTHING;
ALTER TABLE things.made ADD CONSTRAINT above CHECK (id > 0);
CREATE INDEX found ON things.made (id);
-- Of users.
CREATE POLICY own ON things.made FOR SELECT;
ALTER TABLE things.made ENABLE ROW LEVEL SECURITY, ADD CONSTRAINT to_mine FOREIGN KEY (id) REFERENCES mine;
-- Other gates compare what is granted on an extension's tables, and the extension.
GRANT SELECT ON things.made TO team;
CREATE TABLE things.more (id int);
ALTER EXTENSION pg_trgm ADD TABLE things.more;
-- A provider's table beside it.
CREATE TRIGGER mine BEFORE INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION g();
