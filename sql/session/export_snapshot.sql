-- Exports this transaction's snapshot, so that other sessions can see the same state.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: snapshot.
SELECT pg_catalog.pg_export_snapshot() AS snapshot
ORDER BY 1;
