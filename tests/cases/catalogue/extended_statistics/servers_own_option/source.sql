-- As PostgreSQL 15.20 leaves it, on whatever release this runs.
UPDATE pg_attribute SET attoptions = array_append(attoptions, 'pg_attver=7')
WHERE attrelid = 't'::regclass AND attnum > 0;
