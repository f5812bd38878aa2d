SET client_min_messages = error;
CREATE SUBSCRIPTION dropped CONNECTION '' PUBLICATION p WITH (connect = false, slot_name = NONE);
COMMENT ON SUBSCRIPTION dropped IS 'which PostgreSQL keeps';
DROP SUBSCRIPTION dropped;
