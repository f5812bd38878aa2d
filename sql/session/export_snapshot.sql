-- Exports this transaction's snapshot, so that other sessions can see the same state.
-- Returns: snapshot.
SELECT pg_catalog.pg_export_snapshot() AS snapshot
ORDER BY 1;
