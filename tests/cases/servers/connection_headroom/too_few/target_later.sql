-- The gate's snapshot is older.
ALTER DATABASE template1 CONNECTION LIMIT -1;
