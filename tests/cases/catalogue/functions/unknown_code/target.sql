SET LOCAL allow_system_table_mods = on;
UPDATE pg_catalog.pg_proc SET provolatile = 'x' WHERE proname = 'f';
