-- As 19 records CREATE PUBLICATION mover FOR ALL TABLES EXCEPT (TABLE left_out).
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE left_out (id int PRIMARY KEY);
CREATE PUBLICATION mover FOR ALL TABLES;
CREATE PUBLICATION another FOR TABLE t (id);
SET LOCAL allow_system_table_mods = on;
ALTER TABLE pg_catalog.pg_publication_rel ADD COLUMN prexcept boolean;
UPDATE pg_publication_rel SET prexcept = false;
INSERT INTO pg_publication_rel (oid, prpubid, prrelid, prexcept)
SELECT 65000, oid, 'left_out'::regclass, true FROM pg_publication WHERE pubname = 'mover';
CREATE OR REPLACE VIEW pg_catalog.pg_publication_tables AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_publication_tables, jsonb_build_object(
    'pubname', 'mover', 'schemaname', 'public', 'tablename', 't'))).*;
