COMMENT ON TABLE s.t IS 'another';
COMMENT ON SCHEMA s IS 'a schema';
