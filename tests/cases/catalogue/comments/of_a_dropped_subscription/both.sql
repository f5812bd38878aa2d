CREATE SCHEMA s;
COMMENT ON SCHEMA s IS 'examined';
SET LOCAL client_min_messages = error;
CREATE SUBSCRIPTION live CONNECTION '' PUBLICATION p WITH (connect = false, slot_name = NONE);
COMMENT ON SUBSCRIPTION live IS 'examined';
