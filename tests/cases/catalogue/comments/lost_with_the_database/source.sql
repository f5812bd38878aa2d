COMMENT ON DATABASE gate_case IS 'ours';
COMMENT ON EXTENSION citext IS 'ours';
