CREATE PUBLICATION realtime FOR TABLE rooms;
CREATE SUBSCRIPTION moves CONNECTION 'host=nowhere' PUBLICATION mover WITH (connect = false);
CREATE SUBSCRIPTION moves_more CONNECTION 'host=nowhere' PUBLICATION mover WITH (connect = false);
CREATE SUBSCRIPTION elsewhere CONNECTION 'host=nowhere' PUBLICATION realtime WITH (connect = false);
UPDATE pg_subscription SET subdbid = (SELECT oid FROM pg_database WHERE datname = 'template1')
WHERE subname = 'elsewhere';
