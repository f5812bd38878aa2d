CREATE TABLE migration_log (version int, status text, at timestamptz);
