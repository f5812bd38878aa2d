CREATE FOREIGN TABLE remote (id int OPTIONS (column_name 'remote_id') NOT NULL, word text DEFAULT 'x' COLLATE "C", CHECK (id > 0))
    SERVER one OPTIONS (table_name 'words', api_key 'k1');
CREATE FOREIGN TABLE plain (id int) SERVER one;
CREATE TRIGGER stamps BEFORE INSERT ON remote FOR EACH ROW EXECUTE FUNCTION f();
CREATE FOREIGN TABLE child () INHERITS (base) SERVER one;
ALTER FOREIGN TABLE remote ALTER COLUMN word SET STATISTICS 300;
CREATE VIEW on_remote AS SELECT id FROM remote;
