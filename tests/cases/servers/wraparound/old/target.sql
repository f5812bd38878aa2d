UPDATE pg_database
SET datfrozenxid = ((pg_snapshot_xmin(pg_current_snapshot())::text::bigint + 4294967296 - 150000000) % 4294967296)::text::xid,
    datminmxid = ((SELECT next_multixact_id::text::bigint + 4294967296 - 150000000 FROM pg_control_checkpoint()) % 4294967296)::text::xid
WHERE datname = 'gate_case';
