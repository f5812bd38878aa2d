-- As 19 shows them.
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_settings AS
SELECT * FROM pg_show_all_settings() AS s WHERE s.name <> 'escape_string_warning';
