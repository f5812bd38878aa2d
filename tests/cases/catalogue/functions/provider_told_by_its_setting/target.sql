SET LOCAL allow_system_table_mods = on;
DO $$ BEGIN
  EXECUTE (SELECT 'CREATE OR REPLACE VIEW pg_catalog.pg_settings AS SELECT ' ||
                  string_agg(CASE attname WHEN 'name' THEN
                               'CASE name WHEN ''port'' THEN ''extwlist.extensions'' ELSE name END AS name'
                             ELSE attname::text END, ', ' ORDER BY attnum) ||
                  ' FROM pg_show_all_settings() AS a'
           FROM pg_attribute WHERE attrelid = 'pg_catalog.pg_settings'::regclass AND attnum > 0);
END $$;
CREATE SCHEMA heroku_ext;
CREATE FUNCTION heroku_ext.made() RETURNS int LANGUAGE sql AS 'SELECT 1';
