-- That of another database reads another publisher's slot.
CREATE SUBSCRIPTION other CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false, slot_name = 'warehouse');
UPDATE pg_subscription SET subdbid = (SELECT oid FROM pg_database WHERE datname = 'template1');
