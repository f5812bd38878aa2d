COMMENT ON DATABASE gate_case IS 'ours';
-- What another extension says of itself.
COMMENT ON EXTENSION citext IS 'PL/pgSQL procedural language';
