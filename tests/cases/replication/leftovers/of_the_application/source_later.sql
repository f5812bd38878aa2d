-- Of all databases of the server; the gate's snapshot is older.
SELECT pg_replication_origin_drop('feed');
