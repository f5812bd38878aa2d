CREATE TABLE t (id int PRIMARY KEY);

-- Of the application, in spite of their names or of where they are.
CREATE TABLE orders_ccnew (id int);
CREATE TABLE long (words text);
SET LOCAL allow_system_table_mods = on;
DO $$
BEGIN
  EXECUTE format('ALTER INDEX %s RENAME TO pg_toast_1_index_ccnew',
                 (SELECT i.indexrelid::regclass FROM pg_index AS i JOIN pg_class AS c ON c.reltoastrelid = i.indrelid
                  WHERE c.relname = 'long'));
END $$;
