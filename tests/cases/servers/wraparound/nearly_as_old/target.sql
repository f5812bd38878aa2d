UPDATE pg_database SET datfrozenxid = ((pg_snapshot_xmin(pg_current_snapshot())::text::bigint + 4294967296 - 150000000) % 4294967296)::text::xid WHERE datname = 'gate_case';
